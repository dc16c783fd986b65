//! The shop profile: facts about the shop that rules read.

/// What is true of this shop. The default is the profile that the built-in
/// handbook assumes.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Shop {
    /// Links that are the shop's own, as prefixes without the scheme.
    pub own_links: Vec<String>,
    /// The telephone numbers that agents may give. If there is none, any
    /// telephone number may be given.
    pub telephones: Vec<String>,
    /// After how many hours at most an order leaves, as the shop publishes it.
    pub ship_within_hours: Option<u16>,
    /// After how many hours at most a refund arrives, as the shop publishes it.
    pub refund_within_hours: Option<u16>,
    /// Whether the goods are of the shop's own brand.
    pub own_brand: bool,
    /// Whether every order can have an invoice.
    pub invoices: bool,
    /// Whether the checkout takes credit cards.
    pub credit_card: bool,
    /// Whether the checkout takes Huabei 花呗.
    pub huabei: bool,
    /// Whether the checkout takes 快捷支付.
    pub quick_pay: bool,
    /// Whether the checkout takes Yu'ebao 余额宝.
    pub yuebao: bool,
    /// Whether the checkout takes WeChat Pay.
    pub wechat_pay: bool,
    /// Whether the checkout takes LINE Pay.
    pub line_pay: bool,
    /// Whether goods can be paid for on delivery.
    pub cod: bool,
    /// Whether goods can be paid for in instalments, if the buyer's bank agrees.
    pub instalments: bool,
    /// Whether every item can be returned within seven days without a reason.
    pub seven_day: bool,
    /// Whether that leaves out what the law leaves out: goods made to order,
    /// fresh food and the like.
    pub return_exceptions: bool,
    /// Whether shipping is free everywhere but in remote areas.
    pub free_shipping: bool,
    /// Whether buyers in remote areas pay postage, and the shop says so.
    pub remote_postage: bool,
    /// Whether the shop rewards every review, whatever it says.
    pub cashback: bool,
    /// Whether what is listed is in stock.
    pub in_stock: bool,
    /// Whether softeners at the end of a sentence (`好的哦`) are to be left out.
    pub softeners: bool,
    /// Whether `亲爱的` and the like are to be left out.
    pub endearments: bool,
}

impl Default for Shop {
    fn default() -> Self {
        Self {
            own_links: [
                "xinyue.tmall.com",
                "detail.tmall.com/item.htm?id=680012345678",
                "shopee.tw/xinyue_home",
            ]
            .map(str::to_owned)
            .to_vec(),
            telephones: Vec::new(),
            ship_within_hours: None,
            refund_within_hours: None,
            own_brand: true,
            invoices: true,
            credit_card: true,
            huabei: true,
            quick_pay: true,
            yuebao: true,
            wechat_pay: true,
            line_pay: true,
            cod: false,
            instalments: true,
            seven_day: true,
            return_exceptions: true,
            free_shipping: true,
            remote_postage: false,
            cashback: false,
            in_stock: true,
            softeners: false,
            endearments: false,
        }
    }
}

/// The settings that are yes or no: how packs and shop files name them, and
/// where they are.
macro_rules! settings {
    ($($name:literal => $field:ident,)*) => {
        impl Shop {
            /// The settings that phrases may ask for, by the names that packs use.
            pub const SETTINGS: &[&str] = &[$($name),*];

            /// A setting by the name that packs use; none if there is no such setting.
            pub fn setting(&self, name: &str) -> Option<bool> {
                match name {
                    $($name => Some(self.$field),)*
                    _ => None,
                }
            }

            /// Changes a setting by its name. What is no setting changes nothing.
            pub fn set(&mut self, name: &str, value: bool) {
                match name {
                    $($name => self.$field = value,)*
                    _ => {}
                }
            }
        }
    };
}

settings! {
    "own-brand" => own_brand,
    "invoices" => invoices,
    "credit-card" => credit_card,
    "huabei" => huabei,
    "quick-pay" => quick_pay,
    "yuebao" => yuebao,
    "wechat-pay" => wechat_pay,
    "line-pay" => line_pay,
    "cod" => cod,
    "instalments" => instalments,
    "seven-day" => seven_day,
    "return-exceptions" => return_exceptions,
    "free-shipping" => free_shipping,
    "remote-postage" => remote_postage,
    "cashback" => cashback,
    "in-stock" => in_stock,
    "softeners" => softeners,
    "endearments" => endearments,
}

impl Shop {
    /// The same shop with settings changed: `cod` is on then, `!cod` off.
    #[must_use]
    pub fn with(&self, settings: &[String]) -> Shop {
        let mut shop = self.clone();
        for setting in settings {
            match setting.strip_prefix('!') {
                Some(name) => shop.set(name, false),
                None => shop.set(setting, true),
            }
        }
        shop
    }
}
