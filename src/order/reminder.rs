//! The words that remind of an unpaid order, or ask a buyer who has not ordered.

use serde::{Deserialize, Serialize};

use crate::order::heard::Cause;
use crate::order::limits::clock;
use crate::order::{Order, Planned};
use crate::reply::{Filled, Template, Values, Wording};
use crate::text::Script;
use crate::zone::Zone;

/// How a reminder sounds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tone {
    /// Friendly, as a shop talks to its buyers.
    #[default]
    Warm,
    /// Formal.
    Formal,
    /// As short as it can be.
    Brief,
}

impl Tone {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Warm, Self::Formal, Self::Brief];
}

/// When a reminder fits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Occasion {
    /// One order is unpaid.
    #[default]
    Order,
    /// It was reminded before.
    Again,
    /// It closes soon, by what the page says: the words name the time.
    Last,
    /// Several orders of the buyer are unpaid: the words say how many.
    Several,
    /// The same, and one of them was reminded before.
    SeveralAgain,
    /// The buyer asked and did not order.
    Asked,
    /// The same, and the buyer is offline: the words invite an answer.
    Offline,
}

/// One way to remind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reminder {
    /// Names it; unique among all packs in use.
    pub id: String,
    /// Why the order is unpaid.
    #[serde(default)]
    pub cause: Cause,
    /// How it sounds.
    #[serde(default)]
    pub tone: Tone,
    /// When it fits.
    #[serde(default)]
    pub occasion: Occasion,
    /// What is said, with the order's fields as in [`Template`].
    pub body: Wording,
    /// Where the wording comes from.
    pub source: String,
}

impl Reminder {
    /// The reminder that fits best: the occasion counts most, then the cause, then the
    /// tone. So nobody is told the same twice, and what is said of several orders is said
    /// of several. What is said of an order is never said to who has none, what names a
    /// closing time only where there is one, and who no longer wants it is thanked, on
    /// whatever occasion.
    pub fn choose(
        reminders: &[Self],
        cause: Cause,
        occasion: Occasion,
        tone: Tone,
    ) -> Option<&Self> {
        let near: &[Occasion] = match occasion {
            Occasion::Asked | Occasion::Offline => &[Occasion::Asked],
            _ if cause == Cause::Unwanted => &[],
            Occasion::SeveralAgain => &[Occasion::Order, Occasion::Several],
            _ => &[Occasion::Order],
        };
        let occasion = if near.is_empty() { Occasion::Order } else { occasion };
        let how_near = |it: Occasion| match near.iter().position(|known| *known == it) {
            _ if it == occasion => Some(near.len()),
            place => place,
        };
        // A refusal is thanked for, and nobody else is.
        let thanks = |it: &Self| it.cause == Cause::Unwanted;
        let fits = |it: &&Self| {
            how_near(it.occasion).is_some() && (cause == Cause::Unwanted || !thanks(it))
        };
        let worth = |it: &&Self| {
            let wanted = it.cause == cause;
            (how_near(it.occasion), wanted, it.tone == tone, it.cause == Cause::Forgot)
        };
        let best = reminders.iter().filter(fits).map(|it| worth(&it)).max()?;
        reminders.iter().filter(fits).find(|it| worth(it) == best)
    }

    /// The occasion of an order: what the plan says about it, and whether its
    /// closing time is the page's own.
    pub fn occasion(order: &Order, planned: &Planned) -> Occasion {
        if !planned.others.is_empty() {
            if planned.number >= 2 { Occasion::SeveralAgain } else { Occasion::Several }
        } else if planned.number >= 3 && order.page_closes().is_some() {
            Occasion::Last
        } else if planned.number >= 2 {
            Occasion::Again
        } else {
            Occasion::Order
        }
    }

    /// Whether its words speak of all orders that are due, by saying how many there are.
    /// Otherwise it reminds of the one that it names.
    pub fn is_for_all(&self) -> bool {
        [&self.body.hans, &self.body.hant].iter().all(|body| body.contains("{orders"))
    }

    /// The reminder with these values, ready to insert unless a field is missing.
    pub fn fill(&self, values: &Values, script: Script) -> Filled {
        Template::read(self.body.of(script)).fill(values)
    }
}

/// What reminders say beside the order's own values: how many orders there are, and
/// when the order closes, as far as the page itself says so.
pub fn values_for(order: &Order, others: usize, zone: &Zone, now: u64) -> Values {
    let mut values = order.values();
    values.set("orders", &(others + 1).to_string());
    if let Some(closes) = order.page_closes().filter(|closes| *closes > now) {
        values.set("closes", &moment_in_words(closes, zone, now));
    }
    values
}

/// A moment to come: `今天21:40`, `明天10:00`, `11月9日10:00`.
fn moment_in_words(at: u64, zone: &Zone, now: u64) -> String {
    let day = zone.day(at);
    let time = clock(zone.minute(at));
    match day.since(zone.day(now)) {
        0 => format!("今天{time}"),
        1 => format!("明天{time}"),
        _ => {
            let (_, month, day) = day.parts();
            format!("{month}月{day}日{time}")
        }
    }
}
