//! The shop profile: facts about the shop that rules read.

/// What is true of this shop. The default is the profile that the built-in
/// handbook assumes.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Shop {
    /// Links that are the shop's own, as prefixes without the scheme.
    pub own_links: Vec<String>,
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
        }
    }
}
