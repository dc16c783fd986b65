//! A decision and its reasons in words.

use deti::order::{Decision, Reason, clock};
use deti::zone::Zone;

/// The languages that the command says reasons in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Language {
    /// Chinese.
    Zh,
    /// English.
    En,
}

/// Says what is decided by a clock, in a language.
pub struct Sayer<'a> {
    pub language: Language,
    pub zone: &'a Zone,
    pub now: u64,
}

impl Sayer<'_> {
    /// The decision in a word or two.
    pub fn decision(&self, decision: Decision) -> String {
        match decision {
            Decision::Remind => self.say("催付", "remind"),
            Decision::Wait { until: Some(until) } => {
                let until = self.moment(until);
                self.say(&format!("等到 {until}"), &format!("wait until {until}"))
            }
            Decision::Wait { until: None } => self.say("先等", "wait"),
            Decision::Never => self.say("不催", "never"),
        }
    }

    /// The reasons in one line.
    pub fn reasons(&self, reasons: &[Reason]) -> String {
        let said: Vec<String> = reasons.iter().map(|reason| self.reason(reason)).collect();
        said.join(&self.say("；", "; "))
    }

    /// A moment on the agent's clock: the time if it is today, else with the day.
    pub fn moment(&self, at: u64) -> String {
        let time = clock(self.zone.minute(at));
        if self.zone.day(at) == self.zone.day(self.now) {
            time
        } else {
            format!("{} {time}", &self.zone.day(at).to_string()[5..])
        }
    }

    fn say(&self, zh: &str, en: &str) -> String {
        if self.language == Language::Zh { zh } else { en }.to_owned()
    }

    fn length(&self, minutes: u32) -> String {
        match (minutes / 60, minutes % 60) {
            (0, minutes) => self.say(&format!("{minutes} 分钟"), &format!("{minutes} min")),
            (hours, 0) => self.say(&format!("{hours} 小时"), &format!("{hours} h")),
            (hours, minutes) => self
                .say(&format!("{hours} 小时 {minutes} 分钟"), &format!("{hours} h {minutes} min")),
        }
    }

    fn quoted(&self, said: Option<&str>, zh: &str, en: &str) -> String {
        match said.filter(|said| !said.is_empty()) {
            Some(said) => self.say(&format!("{zh}“{said}”"), &format!("{en} “{said}”")),
            None => self.say(zh, en),
        }
    }

    fn reason(&self, reason: &Reason) -> String {
        match reason {
            Reason::Due { number } => {
                self.say(&format!("该第 {number} 次提醒"), &format!("reminder {number} is due"))
            }
            Reason::Paid => self.say("已付款", "paid"),
            Reason::Closed => self.say("已关闭", "closed"),
            Reason::Expired { closed } => {
                let at = self.moment(*closed);
                self.say(&format!("{at} 已到关闭时间"), &format!("its closing time was {at}"))
            }
            Reason::RefundOpen { order: None } => self.say("退款中", "a refund is under way"),
            Reason::RefundOpen { order: Some(order) } => self.say(
                &format!("这位买家的订单 {order} 正在退款"),
                &format!("the buyer's order {order} is being refunded"),
            ),
            Reason::ComplaintOpen { said } => {
                self.quoted(Some(said), "投诉未了结：", "a complaint is open:")
            }
            Reason::Declined { said } => {
                self.quoted(said.as_deref(), "买家已表示不要", "the buyer declined")
            }
            Reason::LeftAlone => self.say("已设为不打扰", "the buyer is to be left alone"),
            Reason::Duplicate => {
                self.say("同一单号后面又出现，以后者为准", "the same number is seen again later")
            }
            Reason::UnknownStatus => self.say("看不懂订单状态", "the status is not understood"),
            Reason::Amount => self.say("金额不在催付范围", "the amount is not one to remind of"),
            Reason::CeilingTotal { sent } => self.say(
                &format!("一共提醒过 {sent} 次，已到上限"),
                &format!("reminded {sent} times in all, the most allowed"),
            ),
            Reason::ClosesFirst { closes } => {
                let at = self.moment(*closes);
                self.say(
                    &format!("下一次可提醒之前，{at} 就关闭了"),
                    &format!("it closes at {at}, before the next reminder would be allowed"),
                )
            }
            Reason::Ordered => self.say("已下单", "the buyer has ordered"),
            Reason::SaysBought => self.say("买家说买过了", "the buyer speaks of what was bought"),
            Reason::SaysPaid => self.say(
                "买家说已付款，状态还是待付款，请核对",
                "the buyer says that it is paid, and its status does not: look",
            ),
            Reason::TooOld { age } => {
                let age = self.length(*age);
                self.say(&format!("已是 {age} 前的咨询"), &format!("asked {age} ago"))
            }
            Reason::Unanswered => self.say("买家在等回复", "the buyer waits for an answer"),
            Reason::TooEarly { age, wait } => {
                let (age, wait) = (self.length(*age), self.length(*wait));
                self.say(
                    &format!("下单才 {age}，满 {wait} 再提醒"),
                    &format!("placed {age} ago, {wait} are waited"),
                )
            }
            Reason::RecentReminder { age, wait } => {
                let (age, wait) = (self.length(*age), self.length(*wait));
                self.say(
                    &format!("{age}前提醒过，间隔 {wait}"),
                    &format!("reminded {age} ago, {wait} are waited"),
                )
            }
            Reason::NotLast { closes: Some(closes) } => {
                let at = self.moment(*closes);
                self.say(
                    &format!("最后一次留到 {at} 关闭之前"),
                    &format!("the last one is kept until shortly before it closes at {at}"),
                )
            }
            Reason::NotLast { closes: None } => self.say(
                "最后一次要等到关闭之前，而关闭时间未知",
                "the last one waits for the closing time, which is not known",
            ),
            Reason::RecentContact { age } => {
                let age = self.length(*age);
                self.say(&format!("{age}前刚聊过"), &format!("there was a message {age} ago"))
            }
            Reason::ContactToday => self.say("今天已经联系过", "there was a message today"),
            Reason::SaidLater { until, said } => {
                let words = self.quoted(said.as_deref(), "买家说晚些", "the buyer said later");
                match until {
                    Some(until) => {
                        let at = self.moment(*until);
                        self.say(&format!("{words}，到 {at}"), &format!("{words}, until {at}"))
                    }
                    None => words,
                }
            }
            Reason::Unread { count } => self
                .say(&format!("{count} 条提醒未读"), &format!("{count} reminders were not read")),
            Reason::CeilingDay { sent } => self.say(
                &format!("今天提醒过 {sent} 次，今日上限"),
                &format!("reminded {sent} times today, the most of a day"),
            ),
            Reason::CeilingBuyer { sent } => self.say(
                &format!("今天给这位买家提醒过 {sent} 次，今日上限"),
                &format!("this buyer was reminded {sent} times today, the most of a day"),
            ),
            Reason::CeilingAll { sent } => self.say(
                &format!("今天一共提醒过 {sent} 次，今日上限"),
                &format!("{sent} reminders were sent today, the most of a day"),
            ),
            Reason::QuietHours { from, to } => {
                let hours = format!("{}-{}", clock(*from), clock(*to));
                self.say(&format!("{hours} 不打扰"), &format!("nobody is reminded {hours}"))
            }
            Reason::UntilMorning { from, to } => {
                let hours = format!("{}-{}", clock(*from), clock(*to));
                self.say(
                    &format!("到时正值 {hours} 不打扰"),
                    &format!("by then it is {hours}, when nobody is reminded"),
                )
            }
            Reason::SameBuyer { order } => self.say(
                &format!("同一买家，由订单 {order} 一并提醒"),
                &format!("the reminder of order {order} is for this one too"),
            ),
            Reason::Unusual { from, to } => {
                let hours = format!("{}-{}", clock(*from), clock(*to));
                self.say(&format!("一般在 {hours} 提醒"), &format!("reminding is usual {hours}"))
            }
            Reason::NotCredited { from } => {
                let at = self.moment(*from);
                self.say(
                    &format!("{at} 之后平台才计入催付"),
                    &format!("the platform credits reminders from {at} on"),
                )
            }
            Reason::Unverified { closes } => {
                let at = self.moment(*closes);
                self.say(
                    &format!("{at} 关闭，页面未显示，未核实"),
                    &format!("closes at {at}, which no page has shown: unverified"),
                )
            }
            Reason::FirstSeen => {
                self.say("下单时间未知，从首次看到算起", "counted from when it was first seen")
            }
            Reason::Several { orders } => self.say(
                &format!("一并提醒订单 {}", orders.join("、")),
                &format!("for the orders {} too", orders.join(", ")),
            ),
        }
    }
}
