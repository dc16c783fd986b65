//! What the extension may do, and that each permission has its reason.

use crate::{files, json, read};

const MANIFEST: &str = "extension/manifest.json";
const SCHEMA: &str = "extension/sites/adapter.schema.json";

/// Exactly what is asked of the browser. A line added here needs its reason in
/// docs/PERMISSIONS.md, or the next test fails.
const PERMISSIONS: &[&str] = &["activeTab", "alarms", "clipboardWrite", "scripting", "storage"];

/// Exactly what the agent may grant on the page of choices, and take back there.
const OPTIONAL: &[&str] = &["idle", "notifications"];

/// Exactly the pages of which the agent may allow some, one site at a time.
const OPTIONAL_HOSTS: &[&str] = &["http://*/*", "https://*/*"];

/// Exactly the pages that the extension runs on: those of the consoles that have an adapter.
const HOSTS: &[&str] = &[
    "http://localhost/deti/*",
    "https://*.zendesk.com/agent/*",
    "https://affiliate-us.tiktok.com/seller/im*",
    "https://air.1688.com/app/ocms-fusion-components-1688/def_cbu_web_im/index.html*",
    "https://air.1688.com/app/ocms-fusion-components-1688/def_cbu_web_im_core/index.html*",
    "https://banhang.shopee.vn/*",
    "https://channels.weixin.qq.com/platform/private_msg*",
    "https://dongdong.jd.com/*",
    "https://im.jinritemai.com/pc_seller_v2/*",
    "https://im.kwaixiaodian.com/*",
    "https://mms.pinduoduo.com/chat-merchant/*",
    "https://onetalk.alibaba.com/message/*",
    "https://seller-br.tiktok.com/chat/*",
    "https://seller-us.tiktok.com/chat/*",
    "https://seller-vn.tiktok.com/chat/*",
    "https://seller.shopee.co.id/*",
    "https://seller.shopee.co.th/*",
    "https://seller.shopee.com.br/*",
    "https://seller.shopee.com.my/*",
    "https://seller.shopee.ph/*",
    "https://seller.shopee.sg/*",
    "https://seller.shopee.tw/*",
    "https://sellercentral.amazon.com/messaging/*",
    "https://store.weixin.qq.com/shop/kf*",
    "https://walle.xiaohongshu.com/cstools/*",
    "https://web.whatsapp.com/*",
    "https://www.facebook.com/marketplace/*",
    "https://www.goofish.com/im*",
    "https://www.xiaohongshu.com/chat*",
];

/// The pages of the adapters whose hosts everybody knows, in the order of the files.
fn pages() -> Vec<String> {
    let mut pages = Vec::new();
    for path in files("extension/sites", &[".json"]).iter().filter(|path| *path != SCHEMA) {
        let adapter = json(path);
        if adapter["own"] == true {
            continue;
        }
        for surface in adapter["surfaces"].as_array().unwrap() {
            let matches = surface["matches"].as_array().unwrap();
            pages.extend(matches.iter().map(|one| one.as_str().unwrap().to_owned()));
        }
    }
    pages.sort();
    pages
}

fn list(key: &str) -> Vec<String> {
    let manifest = json(MANIFEST);
    let mut list: Vec<String> = manifest[key]
        .as_array()
        .into_iter()
        .flatten()
        .map(|one| one.as_str().unwrap().to_owned())
        .collect();
    list.sort();
    list
}

#[test]
fn permissions_are_exactly_these() {
    assert_eq!(list("permissions"), PERMISSIONS);
    assert_eq!(list("optional_permissions"), OPTIONAL);
    assert_eq!(list("optional_host_permissions"), OPTIONAL_HOSTS);
    assert_eq!(pages(), HOSTS);
    // The build adds these from the adapters; nothing else stands beside them.
    assert!(list("host_permissions").is_empty() && list("content_scripts").is_empty());
    let manifest = json(MANIFEST);
    for key in ["externally_connectable", "update_url", "oauth2", "sandbox"] {
        assert!(manifest.get(key).is_none(), "{key} gives away more than is used");
    }
}

#[test]
fn every_permission_has_its_reason() {
    let reasons = read("docs/PERMISSIONS.md") + &read("docs/CONSOLES.md");
    for permission in PERMISSIONS.iter().chain(OPTIONAL).chain(OPTIONAL_HOSTS).chain(HOSTS) {
        let line = reasons.lines().find(|line| line.contains(*permission));
        let line = line.unwrap_or_else(|| {
            panic!("docs/PERMISSIONS.md and docs/CONSOLES.md are silent about {permission}")
        });
        assert!(line.chars().count() > permission.len() + 20, "no reason in: {line}");
    }
}

#[test]
fn extension_pages_reach_nothing_but_the_extension() {
    let manifest = json(MANIFEST);
    let policy = manifest["content_security_policy"]["extension_pages"].as_str().unwrap();
    let directive = |name: &str| {
        policy.split(';').find_map(|directive| {
            let mut words = directive.split_whitespace();
            (words.next() == Some(name)).then(|| words.collect::<Vec<_>>())
        })
    };
    assert_eq!(directive("default-src"), Some(vec!["'none'"]));
    assert_eq!(directive("connect-src"), Some(vec!["'self'"]));
    assert_eq!(directive("frame-src"), Some(vec!["'self'"]));
    assert_eq!(directive("script-src"), Some(vec!["'self'", "'wasm-unsafe-eval'"]));
    for word in ["unsafe-inline", "'unsafe-eval'", "http:", "https:", "ws:", "*", "blob:"] {
        assert!(!policy.contains(word), "{word} in {policy}");
    }
}

#[test]
fn firefox_is_told_that_nothing_is_collected() {
    let manifest = json(MANIFEST);
    let gecko = &manifest["browser_specific_settings"]["gecko"];
    assert_eq!(gecko["data_collection_permissions"]["required"], serde_json::json!(["none"]));
}
