//! Which column of a platform's export holds what of an order.

use deti::text::simplify;

/// What a column of orders holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum OrderColumn {
    /// The order number.
    Number,
    /// The platform.
    Platform,
    /// The buyer's name.
    Buyer,
    /// What tells the buyer's conversation apart.
    Key,
    /// The item.
    Item,
    /// The amount.
    Amount,
    /// The currency of the amount.
    Currency,
    /// When it was placed.
    Created,
    /// When it closes.
    Closes,
    /// The status words.
    Status,
    /// When it was paid; what stands there makes it a paid order.
    Paid,
    /// When there last was a message of either side.
    Contact,
    /// When it was reminded, several moments after one another.
    Sent,
    /// What the buyer said.
    Said,
    /// The number of the parcel.
    Tracking,
}

use OrderColumn::{
    Amount, Buyer, Closes, Contact, Created, Currency, Item, Key, Number, Paid, Platform, Said,
    Sent, Status, Tracking,
};

/// The columns with the name that maps to each on a command line, and the names
/// that head it in exports: simplified, in small letters, without blanks.
const NAMES: [(OrderColumn, &str, &[&str]); 15] = [
    (
        Number,
        "number",
        &[
            "订单编号",
            "订单号",
            "主订单编号",
            "订单id",
            "交易编号",
            "交易单号",
            "order_no",
            "orderno",
            "orderid",
            "order_id",
            "ordernumber",
            "order_number",
            "ordersn",
            "no.pesanan",
            "mãđơnhàng",
        ],
    ),
    (Platform, "platform", &["平台", "来源平台", "渠道", "店铺平台", "platform", "channel"]),
    (
        Buyer,
        "buyer",
        &[
            "买家",
            "买家会员名",
            "买家昵称",
            "买家账号",
            "买家帐号",
            "买家名称",
            "买家旺旺",
            "会员名",
            "客户",
            "客户昵称",
            "客户名称",
            "客户姓名",
            "用户昵称",
            "用户名",
            "下单帐号",
            "下单账号",
            "下单用户",
            "buyer",
            "buyername",
            "username",
            "buyerusername",
            "customer",
            "customername",
        ],
    ),
    (
        Key,
        "key",
        &["会话", "会话编号", "会话id", "买家id", "用户id", "key", "uid", "buyerid", "userid"],
    ),
    (
        Item,
        "item",
        &[
            "商品",
            "商品名称",
            "商品标题",
            "宝贝标题",
            "宝贝名称",
            "选购商品",
            "商品信息",
            "货品名称",
            "货品标题",
            "item",
            "itemname",
            "product",
            "productname",
            "title",
        ],
    ),
    (
        Amount,
        "amount",
        &[
            // What is due stands before what was paid: of an unpaid order that is nothing.
            "应付金额",
            "应付货款",
            "买家应付货款",
            "订单应付金额",
            "金额",
            "订单金额",
            "总金额",
            "订单总金额",
            "货款金额",
            "结算金额",
            "交易金额",
            "实付款",
            "实付金额",
            "用户实付金额",
            "买家实付金额",
            "商家实收金额",
            // Without freight and what is taken off: where nothing else says it.
            "商品总价",
            "商品总金额",
            "amount",
            "total",
            "ordertotal",
            "orderamount",
            "grandtotal",
            "totalamount",
        ],
    ),
    (Currency, "currency", &["币种", "货币", "currency"]),
    (
        Created,
        "created",
        &[
            "下单时间",
            "订单创建时间",
            "创建时间",
            "订单提交时间",
            "提交时间",
            "拍下时间",
            "成交时间",
            "订单成交时间",
            "订单时间",
            "订单成立时间",
            "created",
            "created_at",
            "createdat",
            "createtime",
            "createdtime",
            "ordercreationdate",
            "orderdate",
            "orderedat",
            "ordertime",
        ],
    ),
    (
        Closes,
        "closes",
        &[
            "关闭时间",
            "截止时间",
            "付款截止时间",
            "支付截止时间",
            "最晚付款时间",
            "自动关闭时间",
            "closes",
            "closes_at",
            "closesat",
            "paymentdeadline",
            "expiresat",
            "expires_at",
        ],
    ),
    (
        Status,
        "status",
        &[
            "状态",
            "订单状态",
            "交易状态",
            "订单交易状态",
            "status",
            "orderstatus",
            "order_status",
            "status_text",
        ],
    ),
    (
        Paid,
        "paid",
        &[
            "付款时间",
            "订单付款时间",
            "支付时间",
            "买家付款时间",
            "支付完成时间",
            "付款日期",
            "paid",
            "paid_at",
            "paidat",
            "paidtime",
            "paymenttime",
        ],
    ),
    (
        Contact,
        "contact",
        &[
            "最近联系",
            "最近联系时间",
            "最后联系时间",
            "上次联系",
            "last_contact_at",
            "lastcontactat",
            "lastcontact",
        ],
    ),
    (
        Sent,
        "sent",
        &[
            "催付时间",
            "催付次数",
            "已催次数",
            "已催付次数",
            "提醒次数",
            "已催付",
            "催付记录",
            "提醒时间",
            "nudges",
            "reminders",
            "reminded",
            "reminded_at",
        ],
    ),
    (
        Said,
        "said",
        &[
            "买家说",
            "买家的话",
            "买家消息",
            "聊天摘要",
            "买家留言",
            "buyer_said",
            "buyersaid",
            "said",
            "message",
        ],
    ),
    (
        Tracking,
        "tracking",
        &["物流单号", "快递单号", "运单号", "运单号码", "tracking", "trackingnumber", "trackingno"],
    ),
];

impl OrderColumn {
    /// The column that maps to a name on a command line.
    pub fn named(name: &str) -> Option<Self> {
        NAMES.iter().find(|(_, short, _)| *short == name).map(|(column, ..)| *column)
    }

    /// The name that maps to it.
    pub fn name(self) -> &'static str {
        NAMES.iter().find(|(column, ..)| *column == self).map_or("", |(_, short, _)| short)
    }

    /// The names that columns map to.
    pub fn names() -> impl Iterator<Item = &'static str> {
        NAMES.iter().map(|(_, short, _)| *short)
    }

    /// The column that a cell of a header names.
    pub(crate) fn of(cell: &str) -> Option<Self> {
        let name = folded(cell);
        let is = |short: &str, names: &[&str]| short == name || names.contains(&name.as_str());
        NAMES.iter().find(|(_, short, names)| is(short, names)).map(|(it, ..)| *it)
    }
}

/// The place of a header's cell among the names of its column: of several columns for
/// the same, the lowest counts first. One that was mapped by hand counts before all.
pub(super) fn rank(cell: &str) -> usize {
    let name = folded(cell);
    let places = NAMES.iter().filter_map(|(.., names)| names.iter().position(|it| *it == name));
    places.min().map_or(0, |place| place + 1)
}

/// A header's cell as it is compared: `订单金额（元）` is `订单金额`.
fn folded(cell: &str) -> String {
    let cell = simplify(cell).to_lowercase();
    let short = cell.split(['(', '（', '[', '【']).next().unwrap_or_default();
    short.chars().filter(|c| !c.is_whitespace() && !"*:：\"'\u{feff}".contains(*c)).collect()
}

/// The platform whose export has such a header, and the currency that its amounts
/// are in.
pub(crate) fn platform_of(header: &[String]) -> Option<&'static str> {
    // Names that only this platform's export has.
    const SIGNS: [(&str, &[&str]); 7] = [
        ("taobao", &["买家会员名", "宝贝标题", "买家应付货款", "宝贝种类", "买家旺旺"]),
        ("pinduoduo", &["商家实收金额", "是否审核中", "成团时间", "订单成交时间"]),
        ("jd", &["下单帐号", "下单账号", "京东价", "货款金额"]),
        ("douyin", &["选购商品", "主订单编号", "订单应付金额", "达人昵称"]),
        ("1688", &["货品标题", "卖家公司名", "买家公司名"]),
        ("shopee", &["买家帐号", "买家账号", "订单成立时间", "username", "ordercreationdate"]),
        ("kuaishou", &["快手号", "达人快手号", "订单id"]),
    ];
    let names: Vec<String> = header.iter().map(|cell| folded(cell)).collect();
    let signs = |(_, signs): &(&str, &[&str])| {
        signs.iter().filter(|sign| names.iter().any(|name| name == *sign)).count()
    };
    let best = SIGNS.iter().max_by_key(|platform| signs(platform))?;
    (signs(best) > 0).then_some(best.0)
}
