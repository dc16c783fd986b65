//! What the status words of a console mean.
//!
//! A status is known when the whole of it is known: every word of it stands in
//! the tables below, or says nothing about payment (a label, a count, an amount,
//! a countdown). One word that is in no table, a "not" or a "partly", makes all of
//! it unknown: an order of unknown status is shown as such and never reminded.

use crate::text::{composed, simplify};

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

/// What one known word of a status says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Says {
    /// What the order is.
    Is(Status),
    /// That it was not paid: now it waits for payment, or that is why it closed.
    NotPaid,
    /// That its time to be paid is over: alone, nobody knows what became of it.
    Lapsed,
    /// Nothing about payment.
    Aside,
}

use Says::{Aside, Is, Lapsed, NotPaid};

/// Simplified and in lower case. Chinese, English, Indonesian and Malay,
/// Vietnamese, Portuguese, Thai.
const TABLE: &[(Says, &[&str])] = &[
    (
        Is(Unpaid),
        &[
            "待付款",
            "待支付",
            "待买家付款",
            "待买家支付",
            "等待付款",
            "等待支付",
            "等待买家付款",
            "等待买家支付",
            "to pay",
            "awaiting payment",
            "waiting for payment",
            "payment pending",
            "pending payment",
            "menunggu pembayaran",
            "chờ thanh toán",
            "a pagar",
            "aguardando pagamento",
            "pagamento pendente",
            "ที่ต้องชำระ",
            "รอการชำระเงิน",
            "รอชำระเงิน",
        ],
    ),
    (
        NotPaid,
        &[
            "未付款",
            "买家未付款",
            "未支付",
            "买家未支付",
            "尚未付款",
            "尚未支付",
            "还未付款",
            "还未支付",
            "拍下未付款",
            "下单未付款",
            "今日咨询下单未付款",
            "unpaid",
            "not paid",
            "not yet paid",
            "belum bayar",
            "belum dibayar",
            "chưa thanh toán",
            "não pago",
            "ainda não pago",
            "ainda não foi pago",
            "ยังไม่ชำระ",
            "ยังไม่ได้ชำระเงิน",
        ],
    ),
    (
        Lapsed,
        &[
            "超时未付款",
            "超时未支付",
            "逾期未付款",
            "逾期未支付",
            "付款超时",
            "支付超时",
            "payment expired",
            "payment overdue",
        ],
    ),
    (
        Is(Paid),
        &[
            "已付款",
            "已支付",
            "买家已付款",
            "买家已支付",
            "付款成功",
            "支付成功",
            // With a deposit paid, "waiting for payment" is about the rest, whose time
            // may not have come: the two together are not understood.
            "定金已付",
            "已付定金",
            "备货中",
            "待出库",
            "等待出库",
            "待发货",
            "等待卖家发货",
            "等待你发货",
            "等待商家发货",
            "待揽收",
            "已发货",
            "卖家已发货",
            "商家已发货",
            "已出库",
            "运输中",
            "派送中",
            "待收货",
            "等待买家收货",
            "等待买家确认收货",
            "待确认收货",
            "已收货",
            "已签收",
            "待评价",
            "已评价",
            "已完成",
            "交易成功",
            "交易完成",
            "订单完成",
            "paid",
            "to ship",
            "ready to ship",
            "shipped",
            "to receive",
            "delivered",
            "completed",
            "perlu dikirim",
            "dikirim",
            "selesai",
            "sudah dibayar",
            "telah dibayar",
            "đã thanh toán",
            "chờ lấy hàng",
            "chờ giao hàng",
            "đang giao",
            "đã giao",
            "hoàn thành",
            "pago",
            "a enviar",
            "enviado",
            "concluído",
            "ชำระแล้ว",
            "ชำระเงินแล้ว",
            "ที่ต้องจัดส่ง",
            "สำเร็จ",
        ],
    ),
    (
        Is(Closed),
        &[
            "已关闭",
            "已关闭(售后完成)",
            "交易关闭",
            "交易已关闭",
            "订单关闭",
            "订单已关闭",
            "已取消",
            "交易取消",
            "交易已取消",
            "订单取消",
            "订单已取消",
            "买家取消",
            "买家已取消",
            "卖家取消",
            "系统取消",
            "超时关闭",
            "超时取消",
            "超时已关闭",
            "超时已取消",
            "未付款关闭",
            "未支付关闭",
            "未付款取消",
            "未支付取消",
            "未付款已关闭",
            "未支付已关闭",
            "未付款已取消",
            "未支付已取消",
            "未付款交易关闭",
            "超时未付款关闭",
            "超时未支付关闭",
            "超时未付款已关闭",
            "超时未支付已关闭",
            "超时未付款取消",
            "超时未支付取消",
            "退款成功",
            "已退款",
            "退款完成",
            "售后完成",
            "已失效",
            "closed",
            "cancelled",
            "canceled",
            "refunded",
            "dibatalkan",
            "đã hủy",
            "đã huỷ",
            "cancelado",
            "reembolsado",
            "ยกเลิก",
            "ยกเลิกแล้ว",
        ],
    ),
    (
        Is(Refunding),
        &[
            "退款中",
            "退货中",
            "售后中",
            "售后处理中",
            "申请退款",
            "退款申请中",
            "退款审核中",
            "退款处理中",
            "退货退款中",
            "待退款",
            "refund pending",
            "refund requested",
            "refunding",
            "return requested",
        ],
    ),
    (
        Aside,
        &[
            "状态",
            "订单状态",
            "交易状态",
            "支付状态",
            "付款状态",
            "status",
            "order status",
            "订单",
            "order",
            "待成团",
            "拼单中",
            "待分享",
            "剩余",
            "还剩",
            "剩",
            "倒计时",
            "剩余时间",
            "付款剩余",
            "支付剩余",
            "剩余付款时间",
            "剩余支付时间",
            "付款剩余时间",
            "支付剩余时间",
            "请在",
            "请于",
            "共",
            "合计",
            "金额",
            "实付",
            "应付",
            "实付款",
            "应付款",
            "件",
            "件商品",
            "元",
            "left",
            "remaining",
            "time left",
            "usd",
            "cny",
            "rmb",
            "hkd",
            "twd",
            "rm",
            "rp",
            "nt",
            "hk",
            "us",
            "r",
            "s",
        ],
    ),
];

/// Units of time. Only behind a number they say nothing about payment.
const UNITS: &[&str] = &[
    "天",
    "日",
    "小时",
    "个小时",
    "时",
    "分钟",
    "分",
    "秒",
    "秒钟",
    "d",
    "h",
    "m",
    "min",
    "s",
    "day",
    "days",
    "hour",
    "hours",
    "hr",
    "hrs",
    "minute",
    "minutes",
    "mins",
    "second",
    "seconds",
    "sec",
];

/// What may come behind a time that runs down: it has not happened yet.
const UNTIL: &[&str] = &[
    "后自动关闭",
    "后关闭",
    "后自动取消",
    "后取消",
    "后订单关闭",
    "后订单将关闭",
    "后订单自动关闭",
    "后交易关闭",
    "后交易将关闭",
    "后将自动关闭",
    "后将关闭",
    "内付款",
    "内支付",
    "内完成付款",
    "内完成支付",
    "前付款",
    "前支付",
];

/// Signs between words, and in amounts and times.
const SIGNS: &str = " \n,.;:!()[]{}<>|·•・-–—~、。【】「」《》“”\"'#×*¥￥$€£₫฿₱…";

impl Status {
    /// Words of a page that mean this; none mean what nobody knows.
    pub fn words(self) -> &'static str {
        match self {
            Unpaid => "待付款",
            Paid => "已付款",
            Closed => "已关闭",
            Refunding => "退款中",
            Self::Unknown => "",
        }
    }

    /// What these status words mean, if all of them are known. If they say two
    /// things of which one is "waiting for payment" they are not understood;
    /// otherwise the gravest counts.
    pub fn of(words: &str) -> Self {
        let Some(said) = said(&fold(words)) else { return Self::Unknown };
        let is = |status| said.contains(&Is(status));
        let waits = is(Unpaid);
        let unpaid = waits || said.contains(&NotPaid);
        let lapsed = said.contains(&Lapsed);
        if is(Closed) && !waits && !is(Refunding) {
            return Closed;
        }
        match [Refunding, Closed, Paid].into_iter().find(|&status| is(status)) {
            _ if lapsed => Self::Unknown,
            Some(status) if !unpaid => status,
            None if unpaid => Unpaid,
            _ => Self::Unknown,
        }
    }
}

/// Simplified, lower case, narrow; one space between words, none between the
/// characters of Chinese ones.
fn fold(words: &str) -> Vec<char> {
    let narrow = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    };
    let words: String = composed(words).chars().map(narrow).flat_map(char::to_lowercase).collect();
    let words = simplify(&words).split_whitespace().collect::<Vec<_>>().join(" ");
    let words: Vec<char> = words.chars().collect();
    let han =
        |place: Option<usize>| place.and_then(|place| words.get(place)).is_some_and(|&c| is_han(c));
    let spaces = (0..words.len())
        .filter(|&at| !(words[at] == ' ' && han(at.checked_sub(1)) && han(Some(at + 1))));
    spaces.map(|at| words[at]).collect()
}

/// What each word says, from the first to the last; nothing if one is unknown.
fn said(words: &[char]) -> Option<Vec<Says>> {
    let mut said = Vec::new();
    let (mut at, mut counted, mut timed) = (0, false, false);
    while let Some(&c) = words.get(at) {
        let aside = |list: &[&str]| list.iter().filter_map(|word| stands(words, at, word)).max();
        if let Some((length, says)) = longest_at(words, at) {
            said.push(says);
            (at, counted, timed) = (at + length, false, false);
        } else if let Some(length) = counted.then(|| aside(UNITS)).flatten() {
            (at, counted, timed) = (at + length, false, true);
        } else if let Some(length) = timed.then(|| aside(UNTIL)).flatten() {
            (at, timed) = (at + length, false);
        } else if c.is_ascii_digit() {
            // `23:12:08后关闭` is a time as well.
            (at, counted, timed) = (at + 1, true, words[..at].ends_with(&[':']) || timed);
        } else if SIGNS.contains(c) {
            at += 1;
        } else {
            return None;
        }
    }
    Some(said)
}

/// The longest word of the table that begins here.
fn longest_at(words: &[char], at: usize) -> Option<(usize, Says)> {
    let all = TABLE.iter().flat_map(|&(says, list)| list.iter().map(move |word| (says, *word)));
    let here = all.filter_map(|(says, word)| Some((stands(words, at, word)?, says)));
    here.max_by_key(|(length, _)| *length)
}

/// How long this word is, if it stands here: as a whole word where words have
/// spaces.
fn stands(words: &[char], at: usize, word: &str) -> Option<usize> {
    let length = word.chars().count();
    let same = words.get(at..at + length)?.iter().copied().eq(word.chars());
    (same && !joined(words, at) && !joined(words, at + length)).then_some(length)
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

fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::{
        Says::{Is, NotPaid},
        Status::{self, Closed, Paid, Refunding, Unknown, Unpaid},
        TABLE, fold,
    };

    #[test]
    fn status_words() {
        for (expected, all) in [
            (
                Unpaid,
                &[
                    "待付款",
                    "待支付",
                    "未付款",
                    "等待买家付款",
                    "等待買家付款",
                    "尚未付款",
                    "今日咨询下单未付款",
                    "拍下未付款",
                    // As the consoles write them.
                    "Unpaid",
                    "To Pay",
                    "Awaiting payment",
                    "Payment pending",
                    "Belum Bayar",
                    "Chờ thanh toán",
                    "A pagar",
                    "Não pago",
                    "ที่ต้องชำระ",
                    "UNPAID",
                    "TO PAY",
                    "AWAITING PAYMENT",
                    "BELUM BAYAR",
                    "CHỜ THANH TOÁN",
                    "A PAGAR",
                    "NÃO PAGO",
                    // As files of some systems have it: a letter and its mark.
                    "Na\u{303}o pago",
                    "CHO\u{31b}\u{300} THANH TOA\u{301}N",
                    "Not paid",
                    "Not yet paid",
                    "Ainda não foi pago",
                    "Chưa thanh toán",
                    "Menunggu Pembayaran",
                    "Aguardando pagamento",
                    // What stands beside it says nothing about payment.
                    "状态：待付款 剩余23:12:08",
                    "待付款（2）",
                    "待付款。",
                    "待 付 款",
                    "等待买家付款\n剩余 3 小时",
                    "待付款 ¥329.00",
                    "待付款（23小时59分后自动关闭）",
                    "等待付款 29:59 后关闭",
                    "待付款 NT$1,280",
                    "To pay (2h 30m left)",
                ][..],
            ),
            (
                Paid,
                &[
                    "已付款",
                    "买家已付款",
                    "買家已付款",
                    "Paid",
                    "PAID",
                    "Pago",
                    "Đã thanh toán",
                    "Đa\u{303} thanh toa\u{301}n",
                    "ĐÃ THANH TOÁN",
                    "Sudah dibayar",
                    "ชำระแล้ว",
                    "定金已付",
                    "备货中",
                    "待出库",
                    "等待出库",
                    "待发货",
                    "已发货",
                    "已發貨",
                    "已完成",
                    "已付款 备货中",
                    "已支付，待成团",
                ],
            ),
            (
                Closed,
                &[
                    "已关闭（售后完成）",
                    "已关闭(售后完成)",
                    "交易关闭",
                    "已取消",
                    "交易关闭（退款成功）",
                    "Đã hủy",
                    "ĐÃ HỦY",
                    "Cancelado",
                    "DIBATALKAN",
                    "订单未付款关闭",
                    "未付款交易关闭",
                    "未付款已关闭",
                    "超时未支付，交易关闭",
                    "Cancelled (unpaid)",
                    "訂單未付款關閉",
                ],
            ),
            (Refunding, &["退款中", "已发货 退款中", "已付款，退款申请中", "交易关闭 退款中"]),
            (
                Unknown,
                &[
                    // Two things at once, one of them unpaid: nobody is reminded.
                    "待付款（已取消）",
                    "等待买家付款(定金已付)",
                    "待付款, 已付定金",
                    "unpaid / paid",
                    "待付款 待发货",
                    "Completed payment pending",
                    "待付款（超时未支付）",
                    "超时未付款",
                    "未付款 退款中",
                    // A word that is in no table.
                    "",
                    "付款",
                    "部分付款",
                    "部分已付款",
                    "没有已付款",
                    "非待付款",
                    "无需付款",
                    "待付尾款",
                    "待付定金",
                    "预售",
                    "付款中",
                    "等待付款确认",
                    "支付确认中",
                    "待付款(货到付款)",
                    "To Pay (COD)",
                    "退款关闭",
                    "退款已取消",
                    "已取消退款",
                    "待付款 退款已取消",
                    "待卖家付款",
                    "交易成功，未付款运费",
                    "Partially paid",
                    "partially refunded",
                    "non pago",
                    "Belum selesai",
                    "Not shipped",
                    "50% paid",
                    "1/3 paid",
                    "Prepaid card",
                    "to payable",
                    "underpaid",
                    "Payment failed",
                    "Pending",
                    "待成团",
                    "待付款会关闭",
                ],
            ),
        ] {
            for words in all {
                assert_eq!(Status::of(words), expected, "{words}");
            }
        }
    }

    #[test]
    fn every_word_is_written_as_it_is_compared_and_means_itself_in_any_case() {
        for &(says, list) in TABLE {
            for word in list {
                assert_eq!(fold(word).into_iter().collect::<String>(), *word);
                let expected = match says {
                    Is(status) => status,
                    NotPaid => Unpaid,
                    _ => Unknown,
                };
                assert_eq!(Status::of(word), expected, "{word}");
                assert_eq!(Status::of(&word.to_uppercase()), expected, "{word}");
            }
        }
    }
}
