//! The shop profile: facts about the shop that rules read.

/// What is true of this shop. The default is the profile that the built-in
/// handbook assumes.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Shop {
    /// Links that are the shop's own, as prefixes without the scheme.
    pub own_links: Vec<String>,
    /// Whether goods can be paid for on delivery.
    pub cod: bool,
    /// Whether the checkout takes WeChat Pay.
    pub wechat_pay: bool,
    /// Whether every item can be returned within seven days without a reason.
    pub seven_day: bool,
    /// Whether shipping is free everywhere but in remote areas.
    pub free_shipping: bool,
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
            cod: false,
            wechat_pay: true,
            seven_day: true,
            free_shipping: true,
            softeners: false,
            endearments: false,
        }
    }
}

impl Shop {
    /// The settings that phrases may ask for, by the names that packs use.
    pub const SETTINGS: [&str; 6] =
        ["cod", "wechat-pay", "seven-day", "free-shipping", "softeners", "endearments"];

    /// A setting by the name that packs use; none if there is no such setting.
    pub fn setting(&self, name: &str) -> Option<bool> {
        Some(match name {
            "cod" => self.cod,
            "wechat-pay" => self.wechat_pay,
            "seven-day" => self.seven_day,
            "free-shipping" => self.free_shipping,
            "softeners" => self.softeners,
            "endearments" => self.endearments,
            _ => return None,
        })
    }

    /// The same shop with settings changed: `cod` is on then, `!cod` off. What
    /// is no setting changes nothing.
    #[must_use]
    pub fn with(&self, settings: &[String]) -> Shop {
        let mut shop = self.clone();
        for setting in settings {
            let (name, value) = match setting.strip_prefix('!') {
                Some(name) => (name, false),
                None => (setting.as_str(), true),
            };
            match name {
                "cod" => shop.cod = value,
                "wechat-pay" => shop.wechat_pay = value,
                "seven-day" => shop.seven_day = value,
                "free-shipping" => shop.free_shipping = value,
                "softeners" => shop.softeners = value,
                "endearments" => shop.endearments = value,
                _ => {}
            }
        }
        shop
    }
}
