//! Platforms by the names that files, and those who write settings, give them.

/// The platforms, and what else each is called: in small letters, without blanks.
const NAMES: [(&str, &[&str]); 17] = [
    ("taobao", &["淘宝", "淘寶", "淘宝网"]),
    ("tmall", &["天猫", "天貓"]),
    ("jd", &["京东", "京東", "jingdong", "jd.com"]),
    ("pinduoduo", &["拼多多", "pdd"]),
    ("douyin", &["抖音", "抖店", "抖音小店"]),
    ("kuaishou", &["快手", "快手小店"]),
    ("xiaohongshu", &["小红书", "小紅書"]),
    ("xianyu", &["闲鱼", "閒魚", "咸鱼"]),
    ("weixin", &["微信", "微信小店", "视频号", "视频号小店", "wechat"]),
    ("youzan", &["有赞", "有讚"]),
    ("1688", &["阿里巴巴1688", "1688.com"]),
    ("shopee", &["虾皮", "蝦皮", "蝦皮購物"]),
    ("lazada", &["来赞达", "來贊達"]),
    ("tiktok", &["tiktokshop"]),
    ("amazon", &["亚马逊", "亞馬遜"]),
    ("alibaba", &["阿里国际站", "国际站", "阿里巴巴国际站"]),
    ("sandbox", &[]),
];

/// The platform with this name, and whether it is known; another name stands for
/// itself.
pub fn platform_named(name: &str) -> (String, bool) {
    let lower = name.to_lowercase();
    let short: String = lower.chars().filter(|c| !c.is_whitespace()).collect();
    let known = NAMES.iter().find(|(id, names)| *id == short || names.contains(&short.as_str()));
    // A console's own name begins with its platform's: `jd-dongdong`, 拼多多商家客服.
    let console = || NAMES.iter().any(|(id, _)| short.starts_with(&format!("{id}-")));
    let begins = |name: &&str| !name.is_ascii() && short.starts_with(*name);
    let known = known.or_else(|| NAMES.iter().find(|(_, names)| names.iter().any(begins)));
    match known {
        Some((id, _)) => ((*id).to_owned(), true),
        None => (lower, console()),
    }
}

/// Whether a platform of this name, or a console's own, has the console with this id:
/// 抖音, `douyin` and `douyin-feige` all have `douyin-feige`.
pub fn has_console(name: &str, console: &str) -> bool {
    if name == console {
        return true;
    }
    let (platform, _) = platform_named(name);
    let of = console.split('-').next().unwrap_or_default();
    platform == console || platform == platform_named(of).0
}

/// The platforms' own names.
#[cfg(feature = "toml")]
pub(super) fn platforms() -> impl Iterator<Item = &'static str> {
    NAMES.iter().map(|(id, _)| *id)
}

#[cfg(test)]
mod tests {
    use super::{has_console, platform_named};

    #[test]
    fn a_console_is_its_platforms() {
        for (name, console, has) in [
            ("拼多多", "pinduoduo", true),
            ("pdd", "pinduoduo", true),
            ("抖音", "douyin-feige", true),
            ("douyin-feige", "douyin-feige", true),
            ("微信小店", "wechat-store", true),
            ("1688", "1688-im", true),
            ("TikTok Shop", "tiktok-shop", true),
            ("阿里国际站", "alibaba-onetalk", true),
            ("https://im.example/*", "https://im.example/*", true),
            ("jd-dongdong", "jd-another", false),
            ("京东", "pinduoduo", false),
            ("nowhere", "pinduoduo", false),
        ] {
            assert_eq!(has_console(name, console), has, "{name} {console}");
        }
    }

    #[test]
    fn a_platform_goes_by_many_names() {
        for (name, id, known) in [
            ("taobao", "taobao", true),
            ("京东", "jd", true),
            ("Jing Dong", "jd", true),
            ("jd-dongdong", "jd-dongdong", true),
            ("蝦皮購物", "shopee", true),
            ("1688-im", "1688-im", true),
            ("拼多多 商家客服", "pinduoduo", true),
            ("taobap", "taobap", false),
            ("我的店", "我的店", false),
        ] {
            assert_eq!(platform_named(name), (id.to_owned(), known), "{name}");
        }
    }
}
