//! What is decided about an order, and why: a kind and its numbers. The words for
//! them are the interface's and the command's.

/// What is to be done about an order now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// A reminder is due.
    Remind,
    /// Not now.
    Wait {
        /// When it may be decided otherwise, in milliseconds since the epoch;
        /// none if that is not a matter of time.
        until: Option<u64>,
    },
    /// Not at all, as things are.
    Never,
}

/// Why. Moments are in milliseconds since the epoch, lengths of time in minutes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// A reminder is due: the first one is number 1.
    Due {
        /// Which reminder of this order it is.
        number: u32,
    },

    // Never.
    /// It is paid.
    Paid,
    /// It is closed or cancelled.
    Closed,
    /// Its closing time has passed, whatever its status says.
    Expired {
        /// When.
        closed: u64,
    },
    /// A refund is under way: of this order, or of another one of the buyer's.
    RefundOpen {
        /// The other order; none for this one.
        order: Option<String>,
    },
    /// The buyer complained.
    ComplaintOpen {
        /// The words.
        said: String,
    },
    /// The buyer does not want it any longer.
    Declined {
        /// The words; none if the agent marked it.
        said: Option<String>,
    },
    /// The agent marked the buyer as not to be disturbed.
    LeftAlone,
    /// The same number was seen again later, with another status perhaps: that
    /// one counts.
    Duplicate,
    /// The status words are not understood.
    UnknownStatus,
    /// The amount is not one that is reminded.
    Amount,
    /// As many reminders as one order is sent in all.
    CeilingTotal {
        /// So many were sent.
        sent: u32,
    },
    /// It closes before the next reminder would be allowed.
    ClosesFirst {
        /// When it closes.
        closes: u64,
    },

    /// The buyer, who asked, has ordered.
    Ordered,
    /// The buyer, who asked, says so, or speaks of what was bought.
    SaysBought,
    /// The question is too old to come back to.
    TooOld {
        /// So old.
        age: u32,
    },

    // Wait.
    /// The buyer says that it is paid, and nothing else does: somebody should look.
    SaysPaid,
    /// The buyer waits for an answer: that comes first.
    Unanswered,
    /// It was placed too short a time ago.
    TooEarly {
        /// So long ago.
        age: u32,
        /// So long is waited.
        wait: u32,
    },
    /// It, or its buyer, was reminded a short time ago.
    RecentReminder {
        /// So long ago.
        age: u32,
        /// So long is waited.
        wait: u32,
    },
    /// The third reminder waits for the last hours before the order closes.
    NotLast {
        /// When it closes, if that is known.
        closes: Option<u64>,
    },
    /// There was a message of either side a short time ago.
    RecentContact {
        /// So long ago.
        age: u32,
    },
    /// There was a message of either side today.
    ContactToday,
    /// The buyer named a time.
    SaidLater {
        /// When that is, if the words say it.
        until: Option<u64>,
        /// The words; none if the agent marked it.
        said: Option<String>,
    },
    /// The buyer has not read so many reminders.
    Unread {
        /// So many.
        count: u32,
    },
    /// As many reminders as one order is sent in a day.
    CeilingDay {
        /// So many were sent today.
        sent: u32,
    },
    /// As many reminders as one buyer is sent in a day.
    CeilingBuyer {
        /// So many were sent today.
        sent: u32,
    },
    /// As many reminders as are sent in a day in all.
    CeilingAll {
        /// So many were sent today.
        sent: u32,
    },
    /// It is too late or too early in the day.
    QuietHours {
        /// The minute of the day at which the quiet begins.
        from: u32,
        /// The minute at which it ends.
        to: u32,
    },
    /// What it waits for is over in the quiet hours, and so it waits for their end.
    UntilMorning {
        /// The minute of the day at which the quiet begins.
        from: u32,
        /// The minute at which it ends.
        to: u32,
    },
    /// The reminder of another order of the same buyer speaks for this one.
    SameBuyer {
        /// That order.
        order: String,
    },

    // Said beside a decision.
    /// It is outside of the hours in which reminding is usual.
    Unusual {
        /// The minute of the day at which they begin.
        from: u32,
        /// The minute at which they end.
        to: u32,
    },
    /// The platform's own tool would not credit a reminder yet.
    NotCredited {
        /// From when on it would.
        from: u64,
    },
    /// The closing time is not the page's own: it is from the shop's table, from a
    /// file, or entered by hand.
    Unverified {
        /// The closing time.
        closes: u64,
    },
    /// When it was placed is not known: it is counted from when it was first seen.
    FirstSeen,
    /// One reminder is for several orders of the buyer.
    Several {
        /// The others.
        orders: Vec<String>,
    },
}

impl Reason {
    /// Its name in files and on the command line.
    pub fn slug(&self) -> &'static str {
        match self {
            Self::Due { .. } => "due",
            Self::Paid => "paid",
            Self::Closed => "closed",
            Self::Expired { .. } => "expired",
            Self::RefundOpen { .. } => "refund-open",
            Self::ComplaintOpen { .. } => "complaint-open",
            Self::Declined { .. } => "declined",
            Self::LeftAlone => "left-alone",
            Self::Duplicate => "duplicate",
            Self::UnknownStatus => "unknown-status",
            Self::Amount => "amount",
            Self::CeilingTotal { .. } => "ceiling-total",
            Self::ClosesFirst { .. } => "closes-first",
            Self::Ordered => "ordered",
            Self::SaysBought => "says-bought",
            Self::SaysPaid => "says-paid",
            Self::TooOld { .. } => "too-old",
            Self::Unanswered => "unanswered",
            Self::TooEarly { .. } => "too-early",
            Self::RecentReminder { .. } => "recent-reminder",
            Self::NotLast { .. } => "not-last",
            Self::RecentContact { .. } => "recent-contact",
            Self::ContactToday => "contact-today",
            Self::SaidLater { .. } => "said-later",
            Self::Unread { .. } => "unread",
            Self::CeilingDay { .. } => "ceiling-day",
            Self::CeilingBuyer { .. } => "ceiling-buyer",
            Self::CeilingAll { .. } => "ceiling-all",
            Self::QuietHours { .. } => "quiet-hours",
            Self::UntilMorning { .. } => "until-morning",
            Self::SameBuyer { .. } => "same-buyer",
            Self::Unusual { .. } => "unusual-hours",
            Self::NotCredited { .. } => "not-credited",
            Self::Unverified { .. } => "unverified",
            Self::FirstSeen => "first-seen",
            Self::Several { .. } => "several",
        }
    }
}
