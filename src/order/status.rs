//! What the status words of a console mean.
//!
//! The table is read longest phrase first, since 未付款 contains 付款 and
//! 已关闭（售后完成） contains 完成. Words that are not in it mean nothing: an
//! order of unknown status is shown as such and never reminded.

use crate::text::simplify;

/// What an order's status words mean. Unknown words stay unknown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Status {
    /// Waiting for the buyer's payment.
    Unpaid,
    /// Paid, in any later state.
    Paid,
    /// Closed or cancelled.
    Closed,
    /// A refund is under way.
    Refunding,
    /// Words that the table does not know.
    #[default]
    Unknown,
}

use Status::{Closed, Paid, Refunding, Unpaid};

/// Simplified and in lower case. Chinese, English, Indonesian and Malay,
/// Vietnamese, Portuguese, Thai.
const PHRASES: &[(&str, Status)] = &[
    ("待付款", Unpaid),
    ("待支付", Unpaid),
    ("待买家付款", Unpaid),
    ("等待付款", Unpaid),
    ("等待支付", Unpaid),
    ("等待买家付款", Unpaid),
    ("未付款", Unpaid),
    ("买家未付款", Unpaid),
    ("未支付", Unpaid),
    ("尚未付款", Unpaid),
    ("今日咨询下单未付款", Unpaid),
    ("unpaid", Unpaid),
    ("to pay", Unpaid),
    ("awaiting payment", Unpaid),
    ("payment pending", Unpaid),
    ("pending payment", Unpaid),
    ("belum bayar", Unpaid),
    ("belum dibayar", Unpaid),
    ("chờ thanh toán", Unpaid),
    ("a pagar", Unpaid),
    ("não pago", Unpaid),
    ("ที่ต้องชำระ", Unpaid),
    ("已付款", Paid),
    ("已支付", Paid),
    ("买家已付款", Paid),
    ("付款成功", Paid),
    ("支付成功", Paid),
    // With a deposit paid, "waiting for payment" is about the rest, whose time
    // may not have come: the two together are not understood.
    ("定金已付", Paid),
    ("备货中", Paid),
    ("待出库", Paid),
    ("等待出库", Paid),
    ("待发货", Paid),
    ("等待卖家发货", Paid),
    ("等待你发货", Paid),
    ("待揽收", Paid),
    ("已发货", Paid),
    ("卖家已发货", Paid),
    ("运输中", Paid),
    ("派送中", Paid),
    ("待收货", Paid),
    ("已收货", Paid),
    ("已签收", Paid),
    ("待评价", Paid),
    ("已评价", Paid),
    ("已完成", Paid),
    ("交易成功", Paid),
    ("交易完成", Paid),
    ("paid", Paid),
    ("to ship", Paid),
    ("shipped", Paid),
    ("to receive", Paid),
    ("delivered", Paid),
    ("completed", Paid),
    ("perlu dikirim", Paid),
    ("dikirim", Paid),
    ("selesai", Paid),
    ("đã thanh toán", Paid),
    ("chờ lấy hàng", Paid),
    ("hoàn thành", Paid),
    ("pago", Paid),
    ("a enviar", Paid),
    ("enviado", Paid),
    ("concluído", Paid),
    ("已关闭", Closed),
    ("已关闭(售后完成)", Closed),
    ("交易关闭", Closed),
    ("订单关闭", Closed),
    ("已取消", Closed),
    ("交易取消", Closed),
    ("订单取消", Closed),
    ("退款成功", Closed),
    ("已退款", Closed),
    ("closed", Closed),
    ("cancelled", Closed),
    ("canceled", Closed),
    ("refunded", Closed),
    ("dibatalkan", Closed),
    ("đã hủy", Closed),
    ("cancelado", Closed),
    ("ยกเลิก", Closed),
    ("退款中", Refunding),
    ("退货中", Refunding),
    ("售后中", Refunding),
    ("售后处理中", Refunding),
    ("申请退款", Refunding),
    ("退款申请中", Refunding),
    ("退款审核中", Refunding),
    ("退款处理中", Refunding),
    ("退货退款中", Refunding),
    ("待退款", Refunding),
    ("refund pending", Refunding),
    ("refund requested", Refunding),
    ("refunding", Refunding),
];

impl Status {
    /// What these status words mean. If they say two things of which one is
    /// "unpaid" they are not understood; otherwise the gravest counts.
    pub fn of(words: &str) -> Self {
        let words: Vec<char> = fold(words).chars().collect();
        let mut met: Vec<Self> = Vec::new();
        let mut at = 0;
        while at < words.len() {
            match longest_at(&words, at) {
                Some((length, status)) => {
                    met.push(status);
                    at += length;
                }
                None => at += 1,
            }
        }
        let meets = |status| met.contains(&status);
        match met.first() {
            Some(&first) if met.iter().all(|&other| other == first) => first,
            _ if meets(Unpaid) => Self::Unknown,
            _ => [Refunding, Closed, Paid]
                .into_iter()
                .find(|&status| meets(status))
                .unwrap_or(Self::Unknown),
        }
    }
}

/// Simplified, lower case, brackets narrow, one space between words.
fn fold(words: &str) -> String {
    let narrow = words.replace('（', "(").replace('）', ")").to_ascii_lowercase();
    simplify(&narrow).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The longest phrase that begins here, as whole words where words have spaces.
fn longest_at(words: &[char], at: usize) -> Option<(usize, Status)> {
    let mut longest = None;
    for &(phrase, status) in PHRASES {
        let length = phrase.chars().count();
        let here = words.get(at..at + length);
        let same = here.is_some_and(|here| here.iter().copied().eq(phrase.chars()));
        let apart = !joined(words, at) && !joined(words, at + length);
        if same && apart && longest.is_none_or(|(most, _)| length > most) {
            longest = Some((length, status));
        }
    }
    longest
}

/// Whether a word of letters goes on across this place.
fn joined(words: &[char], at: usize) -> bool {
    let letter = |place: Option<usize>| {
        place.and_then(|place| words.get(place)).is_some_and(|&c| is_letter(c))
    };
    letter(at.checked_sub(1)) && letter(Some(at))
}

/// Latin letters with all their marks; Chinese and Thai have no spaces to heed.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() && (c < '\u{250}' || ('\u{1e00}'..='\u{1eff}').contains(&c))
}

#[cfg(test)]
mod tests {
    use super::{
        PHRASES,
        Status::{self, Closed, Paid, Refunding, Unknown, Unpaid},
        fold,
    };

    #[test]
    fn status_words() {
        for (words, expected) in [
            ("待付款", Unpaid),
            ("待支付", Unpaid),
            ("未付款", Unpaid),
            ("等待买家付款", Unpaid),
            ("等待買家付款", Unpaid),
            ("今日咨询下单未付款", Unpaid),
            ("状态：待付款 剩余23:12:08", Unpaid),
            ("Unpaid", Unpaid),
            ("TO PAY", Unpaid),
            ("Awaiting payment", Unpaid),
            ("Payment pending", Unpaid),
            ("Belum Bayar", Unpaid),
            ("Chờ thanh toán", Unpaid),
            ("A pagar", Unpaid),
            ("Não pago", Unpaid),
            ("ที่ต้องชำระ", Unpaid),
            ("已付款", Paid),
            ("买家已付款", Paid),
            ("買家已付款", Paid),
            ("Paid", Paid),
            // With a deposit paid, "waiting for payment" is about the rest, whose time
            // may not have come: the two together are not understood.
            ("定金已付", Paid),
            ("备货中", Paid),
            ("待出库", Paid),
            ("等待出库", Paid),
            ("待发货", Paid),
            ("已发货", Paid),
            ("已發貨", Paid),
            ("已完成", Paid),
            ("已关闭（售后完成）", Closed),
            ("已关闭(售后完成)", Closed),
            ("交易关闭", Closed),
            ("已取消", Closed),
            ("退款中", Refunding),
            ("已发货 退款中", Refunding),
            ("交易关闭（退款成功）", Closed),
            // Two things at once, one of them unpaid: nobody is reminded.
            ("待付款（已取消）", Unknown),
            ("等待买家付款(定金已付)", Unknown),
            ("unpaid / paid", Unknown),
            // Not in the table.
            ("", Unknown),
            ("付款", Unknown),
            ("部分付款", Unknown),
            ("待付尾款", Unknown),
            ("预售", Unknown),
            ("Prepaid card", Unknown),
            ("to payable", Unknown),
            ("underpaid", Unknown),
        ] {
            assert_eq!(Status::of(words), expected, "{words}");
        }
    }

    #[test]
    fn every_phrase_is_written_as_it_is_compared_and_means_itself() {
        for &(phrase, status) in PHRASES {
            assert_eq!(fold(phrase), phrase);
            assert_eq!(Status::of(phrase), status, "{phrase}");
        }
    }
}
