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
}
