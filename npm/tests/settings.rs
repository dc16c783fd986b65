//! The types name every setting of a shop, and no other.

use deti::shop::Shop;

#[test]
fn the_types_have_every_setting_of_a_shop() {
    let types = include_str!("../index.d.ts");
    let shop =
        types.split("export interface Shop {").nth(1).and_then(|rest| rest.split("\n}").next());
    let mut typed: Vec<&str> = shop
        .expect("an interface Shop")
        .lines()
        .filter_map(|line| line.trim().strip_prefix("readonly ")?.split("?:").next())
        .map(|name| name.trim_matches('"'))
        .collect();
    let settings = serde_json::to_value(Shop::default()).expect("a shop is JSON");
    let mut settings: Vec<&str> =
        settings.as_object().expect("an object").keys().map(String::as_str).collect();
    typed.sort_unstable();
    settings.sort_unstable();
    assert_eq!(typed, settings);
}
