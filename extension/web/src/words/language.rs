//! Which language of the interface a reader gets.

/// The languages that the interface has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// Simplified Chinese.
    Hans,
    /// Traditional Chinese.
    Hant,
    /// English.
    English,
}

impl Language {
    /// The first of the wanted languages (BCP 47) that the interface has;
    /// English if it has none of them.
    pub fn choose<'a>(wanted: impl IntoIterator<Item = &'a str>) -> Self {
        wanted.into_iter().find_map(Self::of).unwrap_or(Self::English)
    }

    /// The name of its folder in a WebExtension's `_locales`.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Hans => "zh_CN",
            Self::Hant => "zh_TW",
            Self::English => "en",
        }
    }

    /// What a document in it writes in its `lang` attribute; browsers choose
    /// the shapes of Han characters by it.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Hans => "zh-Hans-CN",
            Self::Hant => "zh-Hant-TW",
            Self::English => "en",
        }
    }

    fn of(tag: &str) -> Option<Self> {
        let tag = tag.to_ascii_lowercase();
        let mut parts = tag.split(['-', '_']);
        match parts.next()? {
            "en" => Some(Self::English),
            "zh" => {
                let traditional = parts.find_map(|part| match part {
                    "hant" | "tw" | "hk" | "mo" => Some(true),
                    "hans" | "cn" | "sg" => Some(false),
                    _ => None,
                });
                Some(if traditional.unwrap_or(false) { Self::Hant } else { Self::Hans })
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn the_first_language_that_the_interface_has_is_chosen() {
        for (wanted, folder) in [
            ("zh-CN", "zh_CN"),
            ("zh", "zh_CN"),
            ("zh-SG", "zh_CN"),
            ("zh-Hans-HK", "zh_CN"),
            ("zh-TW", "zh_TW"),
            ("zh-HK", "zh_TW"),
            ("zh-MO", "zh_TW"),
            ("zh-Hant", "zh_TW"),
            ("zh_TW", "zh_TW"),
            ("en-GB", "en"),
            ("ja en-US zh-CN", "en"),
            ("ja zh-TW en", "zh_TW"),
            ("ja", "en"),
            ("", "en"),
        ] {
            assert_eq!(Language::choose(wanted.split(' ')).folder(), folder, "{wanted}");
        }
    }
}
