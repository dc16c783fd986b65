//! The limits of reminding that the agent gave: in their form, in use and kept.

use std::rc::Rc;

use crate::desk::Desk;
use crate::desk::view::{LimitForm, LimitRow};
use crate::order::{Limits, Setting, Settings};
use crate::pack::Problem;
use crate::record::{Record, Value};
use crate::reply::Changed;

/// The key of the limits that the agent gave.
const KEY: &str = "orders:limits";
/// The format that is written now.
const FORMAT: u64 = 1;

impl Desk {
    /// Shows the limits of a platform (empty for all), or shows them no more.
    pub(super) fn open_limits(&mut self, platform: Option<String>) {
        self.orders.form =
            platform.map(|platform| Rc::new(LimitForm { platform, ..LimitForm::default() }));
        self.fill_limits();
    }

    /// Brings the form up to date, if it is open.
    fn fill_limits(&mut self) {
        let Some(form) = &self.orders.form else { return };
        let (own, platform) = (&self.orders.own_limits, form.platform.as_str());
        let mut without = own.clone();
        Limits::NAMES.iter().for_each(|name| without.take_back(platform, name));
        let usual = without.over(&self.stock.limits);
        let row = |name: &&'static str| {
            Some(LimitRow {
                name,
                kind: Limits::kind(name)?,
                own: own.own(platform, name).map(str::to_owned),
                usual: usual.of(platform).get(name)?,
            })
        };
        let rows = Limits::NAMES.iter().filter_map(row).collect();
        let (platform, wrong) = (platform.to_owned(), form.wrong.clone());
        self.orders.form = Some(Rc::new(LimitForm { platform, rows, wrong }));
    }

    /// Gives a limit, or takes it back. What cannot be read changes nothing, and the
    /// form says so.
    pub(super) fn limit_orders(&mut self, platform: String, name: String, value: Option<String>) {
        let own = &mut self.orders.own_limits;
        let read = match value {
            Some(value) => {
                let value = value.trim().to_owned();
                own.give(Setting { platform, name: name.clone(), value }).is_ok()
            }
            None => {
                own.take_back(&platform, &name);
                true
            }
        };
        if read {
            self.orders.kept.touch(KEY.to_owned());
            self.orders.limit(&self.stock.limits);
        }
        if let Some(form) = &mut self.orders.form {
            // What was given wrong stands in its line until that line is right.
            let wrong = &mut Rc::make_mut(form).wrong;
            wrong.retain(|it| *it != name);
            if !read {
                wrong.push(name);
            }
        }
        self.fill_limits();
    }

    /// The limits came back from storage, or from another tab.
    pub(super) fn merge_limits(&mut self, records: &[Record]) -> Vec<Problem> {
        let mut problems = Vec::new();
        for (key, value) in records.iter().filter(|(key, _)| key == KEY) {
            let Some(value) = value else { continue };
            match self.orders.kept.format(key, value, FORMAT).map(|_| read(value)) {
                Ok(Some(settings)) => {
                    self.orders.own_limits = settings;
                    self.orders.limit(&self.stock.limits);
                }
                Ok(None) => problems.push(self.orders.kept.set_aside(key, value)),
                Err(newer) => problems.push(newer),
            }
        }
        self.fill_limits();
        problems
    }

    pub(super) fn take_changed_limits(&mut self) -> Changed {
        let own = &self.orders.own_limits;
        self.orders.kept.take(|key| (key == KEY).then(|| record(own)))
    }

    pub(super) fn limits_not_kept(&mut self, keys: &[String]) {
        self.orders.kept.not_kept(keys, &[KEY]);
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
