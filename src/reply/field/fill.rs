//! A template with its fields filled in.

use super::template::{Part, Template, strays};
use super::values::{Known, Values};
use crate::day::Day;
use crate::text::Script;

/// Where a reply is filled in.
#[derive(Clone, Copy)]
pub struct Setting<'a> {
    /// What is known of the fields.
    pub values: &'a Values,
    /// The agent's day; without it dates are missing.
    pub today: Option<Day>,
    /// The script that the reply is in.
    pub script: Script,
    /// The words of the reply with an id, in that script.
    pub snippet: &'a dyn Fn(&str) -> Option<&'a str>,
}

/// A template with its fields filled in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filled {
    /// The text; a missing field stands in it as `{name}`.
    pub text: String,
    /// Where the caret goes, in UTF-16 code units; at the end without a place.
    pub caret: Option<u32>,
    /// The fields without a value, each once, in text order.
    pub missing: Vec<String>,
    /// What a form asks for: the missing fields, and those that have a default.
    pub asked: Vec<Asked>,
    /// The fields whose value was seen too long ago.
    pub stale: Vec<String>,
    /// The snippets that there are not, or that take themselves in.
    pub broken: Vec<String>,
    /// The values of the page that stand in it, by field.
    pub from: Vec<(String, Known)>,
    /// Braces that are no fields, each once: they would be said as they stand.
    pub strays: Vec<String>,
}

/// A field that a form asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// The field's name; a second choice of the same name has a number.
    pub name: String,
    /// What can be chosen; empty for anything.
    pub choices: Vec<String>,
    /// What stands there if nothing is entered.
    pub default: String,
}

impl Filled {
    /// Whether it can be inserted.
    pub fn is_whole(&self) -> bool {
        self.missing.is_empty() && self.stale.is_empty() && self.broken.is_empty()
    }
}

impl Template<'_> {
    /// Fills in the fields with values alone: no dates and no snippets.
    pub fn fill(&self, values: &Values) -> Filled {
        let script = Script::default();
        self.fill_in(&Setting { values, today: None, script, snippet: &|_| None })
    }

    /// Fills in everything.
    pub fn fill_in(&self, setting: &Setting<'_>) -> Filled {
        let mut filling = Filling { setting, filled: Filled::default(), choices: Vec::new() };
        filling.take(&self.written_out(setting.snippet));
        filling.filled
    }
}

struct Filling<'s, 'v> {
    setting: &'s Setting<'v>,
    filled: Filled,
    /// The choices met so far.
    choices: Vec<(String, Vec<String>)>,
}

impl Filling<'_, '_> {
    fn take(&mut self, template: &Template<'_>) {
        for part in &template.parts {
            match part {
                Part::Text(text) => {
                    self.filled.text.push_str(text);
                    strays(text).into_iter().for_each(|it| once(&mut self.filled.strays, it));
                }
                Part::Field { name, default } => self.field(name, *default),
                Part::Choice { name, choices } => self.choice(name, choices),
                Part::Date { days } => self.day("date", *days, |day, _| {
                    let (_, month, day) = day.parts();
                    format!("{month}月{day}日")
                }),
                Part::Weekday { days } => self.day("weekday", *days, weekday),
                // What is still a snippet could not be written out.
                Part::Snippet { id } => once(&mut self.filled.broken, id),
                Part::Cursor => {
                    let units = self.filled.text.encode_utf16().count();
                    let here = u32::try_from(units).unwrap_or(u32::MAX);
                    self.filled.caret.get_or_insert(here);
                }
            }
        }
    }

    fn field(&mut self, name: &str, default: Option<&str>) {
        match self.setting.values.known(name) {
            Some(known) => {
                // A price of the page has its sign already.
                const SIGNS: [char; 2] = ['¥', '￥'];
                let signed = self.filled.text.ends_with(SIGNS);
                let bare = known.text.strip_prefix(SIGNS).filter(|_| signed);
                self.filled.text.push_str(bare.unwrap_or(&known.text));
                if known.stale {
                    once(&mut self.filled.stale, name);
                }
                let told = self.filled.from.iter().any(|(other, _)| other == name);
                if known.origin.is_some() && !told {
                    self.filled.from.push((name.to_owned(), known.clone()));
                }
            }
            None => match default {
                Some(default) => {
                    self.filled.text.push_str(default);
                    self.ask(name, &[], default);
                }
                None => self.missing(name, &[]),
            },
        }
    }

    /// A choice whose value is none of the choices has no value.
    fn choice(&mut self, name: &str, choices: &[&str]) {
        let name = self.name_of_choice(name, choices);
        let chosen = self.setting.values.get(&name);
        match chosen.filter(|chosen| choices.contains(chosen)) {
            Some(chosen) => self.filled.text.push_str(chosen),
            None => self.missing(&name, choices),
        }
    }

    /// Choices of one name are one choice if they offer the same.
    fn name_of_choice(&mut self, name: &str, choices: &[&str]) -> String {
        let mut count = 0;
        for (known, offered) in &self.choices {
            if known == name {
                count += 1;
                if offered == choices {
                    return numbered(name, count);
                }
            }
        }
        self.choices.push((name.to_owned(), choices.iter().map(|&it| it.to_owned()).collect()));
        numbered(name, count + 1)
    }

    fn missing(&mut self, name: &str, choices: &[&str]) {
        self.filled.text.push('{');
        self.filled.text.push_str(name);
        self.filled.text.push('}');
        if !self.filled.missing.iter().any(|missing| missing == name) {
            self.filled.missing.push(name.to_owned());
        }
        self.ask(name, choices, "");
    }

    fn ask(&mut self, name: &str, choices: &[&str], default: &str) {
        if !self.filled.asked.iter().any(|asked| asked.name == name) {
            let choices = choices.iter().map(|&choice| choice.to_owned()).collect();
            let (name, default) = (name.to_owned(), default.to_owned());
            self.filled.asked.push(Asked { name, choices, default });
        }
    }

    fn day(&mut self, name: &str, days: i32, words: impl Fn(Day, Script) -> String) {
        match self.setting.today {
            Some(today) => {
                let said = words(today.plus(days), self.setting.script);
                self.filled.text.push_str(&said);
            }
            None => self.missing(name, &[]),
        }
    }
}

fn numbered(name: &str, count: usize) -> String {
    if count == 1 { name.to_owned() } else { format!("{name} {count}") }
}

fn once(list: &mut Vec<String>, name: &str) {
    if !list.iter().any(|known| known == name) {
        list.push(name.to_owned());
    }
}

fn weekday(day: Day, script: Script) -> String {
    const DAYS: [char; 7] = ['一', '二', '三', '四', '五', '六', '日'];
    let week = if script == Script::Hant { '週' } else { '周' };
    let day = DAYS.get(day.weekday()).copied().unwrap_or('日');
    format!("{week}{day}")
}

#[cfg(test)]
mod tests {
    use super::{Setting, Template, Values};
    use crate::day::Day;
    use crate::reply::Origin;
    use crate::text::Script;
    use proptest::prelude::*;

    #[test]
    fn fields_are_filled_or_named() {
        let mut values = Values::default();
        values.set("item", "丹东草莓\n 3斤 ");
        values.set("days", "2");
        values.set("buyer", " \t");
        values.set("快递", "顺丰");
        values.set("快递 2", "中通");
        for (text, filled, missing) in [
            ("您好", "您好", ""),
            ("您买的{item}，", "您买的丹东草莓 3斤，", ""),
            ("{item}{item}", "丹东草莓 3斤丹东草莓 3斤", ""),
            ("{days:3-5}天", "2天", ""),
            ("{weeks:3-5}周", "3-5周", ""),
            ("{weeks:a|b}周", "a|b周", ""),
            ("预计{weeks:}周", "预计{weeks}周", "weeks"),
            ("{weeks: }周", "{weeks}周", "weeks"),
            ("{days:}天", "2天", ""),
            ("{买家:}您好", "{buyer}您好", "buyer"),
            ("{buyer}您好", "{buyer}您好", "buyer"),
            ("{原因}，{原因}，{办法}", "{原因}，{原因}，{办法}", "原因 办法"),
            ("{快递|顺丰|圆通}发货", "顺丰发货", ""),
            ("{快递|圆通|申通}发货", "{快递}发货", "快递"),
            ("{快递|顺丰|圆通}{快递|顺丰| 中通 }{快递|顺丰|圆通}", "顺丰中通顺丰", ""),
            ("{choice|a|b}{choice|b|c}", "{choice}{choice 2}", "choice|choice 2"),
            ("{choice|a}", "{choice|a}", ""),
            ("{choice|a|}", "{choice|a|}", ""),
            ("{date}", "{date}", "date"),
            ("{", "{", ""),
            ("{}", "{}", ""),
            ("{{item}}", "{丹东草莓 3斤}", ""),
            ("{a b}", "{a b}", ""),
            ("{item\n}", "{item\n}", ""),
            ("a}{item}{", "a}丹东草莓 3斤{", ""),
        ] {
            let got = Template::read(text).fill(&values);
            let glue = if missing.contains('|') { "|" } else { " " };
            assert_eq!((got.text.as_str(), got.missing.join(glue).as_str()), (filled, missing));
        }
    }

    #[test]
    fn dates_snippets_and_the_caret() {
        let replies = [
            ("bye", "祝您{weekday+1}愉快"),
            ("loop", "a{snippet:loop2}"),
            ("loop2", "b{snippet:loop}"),
            ("d1", "1{snippet:d2}"),
            ("d2", "2{snippet:d3}"),
            ("d3", "3{snippet:d4}"),
            ("d4", "4{snippet:d5}"),
            ("d5", "5"),
            ("caret", "，{cursor}。"),
        ];
        let find = |id: &str| replies.iter().find(|(known, _)| *known == id).map(|(_, text)| *text);
        let values = Values::default();
        let setting = |script| Setting {
            values: &values,
            today: Day::read("2026-12-30"),
            script,
            snippet: &find,
        };
        for (text, hans, hant, broken, caret) in [
            ("{date}{weekday}", "12月30日周三", "12月30日週三", "", None),
            ("{date+3}前", "1月2日前", "1月2日前", "", None),
            ("{date-1}{weekday-1}", "12月29日周二", "12月29日週二", "", None),
            ("{date+}{dates+1}", "{date+}{dates+1}", "{date+}{dates+1}", "", None),
            ("{date+365}{weekday-365}", "12月30日周二", "12月30日週二", "", None),
            (
                "{date+366}{weekday-366}",
                "{date+366}{weekday-366}",
                "{date+366}{weekday-366}",
                "",
                None,
            ),
            ("好{snippet:bye}", "好祝您周四愉快", "好祝您週四愉快", "", None),
            ("{snippet: bye }", "祝您周四愉快", "祝您週四愉快", "", None),
            ("{snippet:none}{snippet:none}", "", "", "none", None),
            ("{snippet:loop}", "ab", "ab", "loop", None),
            ("{snippet:d1}", "1234", "1234", "d5", None),
            ("{snippet:d2}", "2345", "2345", "", None),
            ("😀{cursor}好{cursor}", "😀好", "😀好", "", Some(2)),
            ("好{snippet:caret}", "好，。", "好，。", "", Some(2)),
        ] {
            let template = Template::read(text);
            for (script, filled) in [(Script::Hans, hans), (Script::Hant, hant)] {
                let got = template.fill_in(&setting(script));
                assert_eq!((got.text.as_str(), got.broken.join(" ").as_str()), (filled, broken));
                assert_eq!(got.caret, caret, "{text}");
                assert!(got.missing.is_empty(), "{text}");
            }
        }
    }

    #[test]
    fn a_field_of_the_page_is_meant_by_any_of_its_names() {
        let mut values = Values::default();
        for (name, value) in [
            ("buyer", "林小姐"),
            ("order_no", "12"),
            ("item", "鞋"),
            ("amount", "¥9.9"),
            ("tracking", "SF1"),
        ] {
            values.set(name, value);
        }
        for (text, filled) in [
            ("{买家}{買家}{Buyer}{ buyer }", "林小姐林小姐林小姐林小姐"),
            ("{订单号}{訂單編號}{order number}{Order_No}", "12121212"),
            ("{商品}{Item:鞋子}{金额}{金額:1}", "鞋鞋¥9.9¥9.9"),
            ("{物流单号}{物流單號}{快递单号}{Tracking number}", "SF1SF1SF1SF1"),
            // A price brings its sign along, which is written once.
            ("共¥{amount}、￥{金额}、{amount}元", "共¥9.9、￥9.9、¥9.9元"),
            // What an author offers to choose from is the author's.
            ("{商品|鞋|袜}{买家名}", "{商品}{买家名}"),
        ] {
            assert_eq!(Template::read(text).fill(&values).text, filled, "{text}");
        }
    }

    #[test]
    fn a_value_of_the_page_says_where_from_and_grows_old() {
        let mut values = Values::default();
        let card = Origin::Order { card: 2, number: "1234".to_owned() };
        values.see("item", "童鞋", card.clone(), 100);
        values.see("buyer", "林小姐", Origin::Conversation, 200);
        values.set("days", "3");
        for (before, stale) in [(100, ""), (101, "item"), (201, "buyer item")] {
            values.age(before);
            let filled = Template::read("{buyer}{item}{days}{item}").fill(&values);
            assert_eq!(filled.text, "林小姐童鞋3童鞋");
            assert_eq!(
                (filled.stale.join(" ").as_str(), filled.is_whole()),
                (stale, stale.is_empty())
            );
            let from: Vec<_> = filled.from.iter().map(|(name, it)| (&**name, &it.origin)).collect();
            assert_eq!(
                from,
                [("buyer", &Some(Origin::Conversation)), ("item", &Some(card.clone()))]
            );
        }
    }

    proptest! {
        #[test]
        fn without_fields_a_text_stays_as_it_is(text in "[^{]*") {
            let filled = Template::read(&text).fill(&Values::default());
            prop_assert_eq!(filled.text, text);
            prop_assert!(filled.missing.is_empty());
        }

        #[test]
        fn any_text_is_a_template(text in "([{}:a不|\n 😀]|cursor|date|snippet|\\+1){0,24}") {
            let template = Template::read(&text);
            let filled = template.fill(&Values::default());
            let mut values = Values::default();
            for asked in &filled.asked {
                values.set(&asked.name, asked.choices.first().map_or("x", String::as_str));
            }
            let find = |_: &str| Some("{snippet:a}{snippet:b}{snippet:a }");
            let today = Day::read("2026-11-08");
            let setting = Setting { values: &values, today, script: Script::Hans, snippet: &find };
            let again = template.fill_in(&setting);
            prop_assert!(again.missing.is_empty());
            let units = again.text.encode_utf16().count();
            prop_assert!(again.caret.is_none_or(|caret| caret as usize <= units));
        }
    }
}
