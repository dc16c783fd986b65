//! What the agent says about orders, buyers and limits.

use crate::desk::Desk;
use crate::desk::view::Notice;
use crate::desk::wire::SeenOrder;
use crate::order::{Order, Setting, Settings, Sight};
use crate::pack::Problem;
use crate::record::{Record, Value};
use crate::reply::Changed;

/// The key of the limits that the agent gave.
const KEY: &str = "orders:limits";
/// The format that is written now.
const FORMAT: u64 = 1;

impl Desk {
    /// Time has passed: what nobody saw for long is forgotten.
    pub(super) fn tick(&mut self) {
        self.orders.book.sweep(&self.orders.limits, self.now);
        self.promises.book.sweep(self.now);
    }

    /// The buyer of this order is left alone, or not any longer.
    pub(super) fn leave_alone(&mut self, number: &str, alone: bool) {
        let known = self.orders.book.get(number);
        let Some(order) = known else { return };
        let (platform, buyer) = (order.platform.clone(), order.buyer.clone());
        self.orders.book.know(&platform, &buyer, |facts| facts.left_alone = alone);
    }

    /// An order entered by hand is of the buyer on screen.
    pub(super) fn enter_order(&mut self, card: &SeenOrder) {
        let buyer = self.buyer_on_screen();
        let sight = Sight { platform: &self.site, buyer: &buyer, at: self.now, zone: &self.zone };
        self.orders.book.see(Order::read(card, sight));
    }

    /// Gives a limit, or takes it back.
    pub(super) fn limit_orders(&mut self, platform: String, name: String, value: Option<String>) {
        let own = &mut self.orders.own_limits;
        match value {
            Some(value) => {
                let setting = Setting { platform, name: name.clone(), value };
                if own.give(setting).is_err() {
                    self.notice = Some(Notice::NoLimit(name));
                    return;
                }
            }
            None => own.take_back(&platform, &name),
        }
        self.orders.limits_changed = true;
        self.orders.limit(&self.stock.limits);
    }

    /// The limits came back from storage, or from another tab.
    pub(super) fn merge_limits(&mut self, records: &[Record]) -> Vec<Problem> {
        let mut problems = Vec::new();
        for (key, value) in records.iter().filter(|(key, _)| key == KEY) {
            let Some(value) = value else { continue };
            match read(value) {
                Some(settings) => {
                    self.orders.own_limits = settings;
                    self.orders.limit(&self.stock.limits);
                }
                None => problems.push(Problem {
                    file: key.clone(),
                    line: 0,
                    message: "these limits cannot be read; those of the packs hold".to_owned(),
                }),
            }
        }
        problems
    }

    pub(super) fn take_changed_limits(&mut self) -> Changed {
        let mut changed = Changed::default();
        if std::mem::take(&mut self.orders.limits_changed) {
            changed.put.push((KEY.to_owned(), record(&self.orders.own_limits)));
        }
        changed
    }

    pub(super) fn limits_not_kept(&mut self, keys: &[String]) {
        self.orders.limits_changed |= keys.iter().any(|key| key == KEY);
    }
}

fn record(settings: &Settings) -> Value {
    let entry = |setting: &Setting| {
        let texts = [&setting.platform, &setting.name, &setting.value];
        Value::List(texts.map(|text| text.as_str().into()).to_vec())
    };
    let given = settings.given().iter().map(entry).collect();
    Value::Map(vec![
        ("format".to_owned(), FORMAT.into()),
        ("limits".to_owned(), Value::List(given)),
    ])
}

fn read(value: &Value) -> Option<Settings> {
    (value.get("format")?.as_count()? == FORMAT).then_some(())?;
    let entry = |value: &Value| {
        let [platform, name, value] = value.as_list()? else { return None };
        let text = |value: &Value| value.as_text().map(str::to_owned);
        Some(Setting { platform: text(platform)?, name: text(name)?, value: text(value)? })
    };
    let given: Option<Vec<Setting>> = value.get("limits")?.as_list()?.iter().map(entry).collect();
    given.map(Settings::from)
}
