//! The time, and a tick for every second of a wait.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::MessageChannel;

/// Milliseconds since the epoch.
pub fn now() -> u64 {
    js_sys::Date::now() as u64
}

/// Lets everything else come that waits for its turn. A timer would do that too,
/// but in a tab that is not shown it comes once a second.
pub async fn breath() {
    let Ok(channel) = MessageChannel::new() else { return };
    let heard = Promise::new(&mut |resolve, _| channel.port1().set_onmessage(Some(&resolve)));
    if channel.port2().post_message(&JsValue::NULL).is_ok() {
        // It cannot fail: nobody rejects it.
        let _ = JsFuture::from(heard).await;
    }
    channel.port1().close();
}

/// How many minutes this machine's clock is ahead of UTC.
pub fn offset() -> i32 {
    -js_sys::Date::new_0().get_timezone_offset() as i32
}

/// The hour and minute of a moment on this machine's clock: `09:05`.
pub fn hour_and_minute(at: u64) -> String {
    let date = js_sys::Date::new(&(at as f64).into());
    format!("{:02}:{:02}", date.get_hours(), date.get_minutes())
}

/// The month and day of a moment on this machine's clock: `11-09`.
pub fn month_and_day(at: u64) -> String {
    let date = js_sys::Date::new(&(at as f64).into());
    format!("{:02}-{:02}", date.get_month() + 1, date.get_date())
}

/// How many midnights of this machine's clock lie between two moments.
pub fn days_from(now: u64, at: u64) -> i32 {
    let midnight = |at: u64| {
        let date = js_sys::Date::new(&(at as f64).into());
        date.set_hours(0);
        date.set_minutes(0);
        date.set_seconds(0);
        date.set_milliseconds(0);
        date.get_time()
    };
    // A day with a jump of the clock has 23 hours or 25.
    ((midnight(at) - midnight(now)) / 86_400_000.0).round() as i32
}

/// The offsets of this machine's clock around now, in minutes ahead of UTC: what
/// holds at first, and from which moments on it is another.
pub fn offsets() -> (i32, Vec<(u64, i32)>) {
    const DAY: u64 = 86_400_000;
    let offset = |at: u64| -js_sys::Date::new(&(at as f64).into()).get_timezone_offset() as i32;
    let from = now().saturating_sub(100 * DAY);
    jumps(from, from + 500 * DAY, DAY, offset)
}

/// Looks at every step for another offset, and then for the moment at which it
/// began.
fn jumps(from: u64, to: u64, step: u64, offset: impl Fn(u64) -> i32) -> (i32, Vec<(u64, i32)>) {
    let first = offset(from);
    let (mut known, mut changes) = (first, Vec::new());
    let mut at = from;
    while at < to {
        let next = at + step;
        let there = offset(next);
        if there != known {
            let (mut before, mut after) = (at, next);
            while after - before > 1 {
                let middle = before + (after - before) / 2;
                if offset(middle) == known { before = middle } else { after = middle }
            }
            changes.push((after, there));
            known = there;
        }
        at = next;
    }
    (first, changes)
}

/// Calls back at every whole second since a moment, until it is dropped.
#[must_use = "a dropped tick stops"]
#[derive(Debug)]
pub struct Ticks(Rc<RefCell<Option<Timeout>>>);

impl Ticks {
    /// Starts ticking. `since` is in milliseconds since the epoch; each tick
    /// falls just after a whole second of it, so that a shown wait changes
    /// when it should and does not drift.
    pub fn since(since: u64, tick: impl Fn() + 'static) -> Self {
        let ticks = Self(Rc::default());
        arm(&ticks.0, since, Rc::new(tick));
        ticks
    }
}

fn arm(slot: &Rc<RefCell<Option<Timeout>>>, since: u64, tick: Rc<dyn Fn()>) {
    let again = Rc::downgrade(slot);
    let timeout = Timeout::new(until_next_second(since, now()), move || {
        // A dropped slot is a dropped tick: nothing is armed again.
        if let Some(slot) = again.upgrade() {
            tick();
            arm(&slot, since, tick);
        }
    });
    *slot.borrow_mut() = Some(timeout);
}

/// Milliseconds until a whole second since `since` has just passed.
fn until_next_second(since: u64, now: u64) -> u32 {
    // A few milliseconds late is on time; a millisecond early shows the old
    // second for a whole second more.
    const LATE: u32 = 8;
    let into = (i128::from(now) - i128::from(since)).rem_euclid(1000);
    1000 - into as u32 + LATE
}

#[cfg(test)]
mod tests {
    use super::{jumps, until_next_second};

    #[test]
    fn a_jump_of_the_clock_is_found_to_the_millisecond() {
        let summer = 1_000_003..1_777_000;
        let offset = |at: u64| if summer.contains(&at) { 120 } else { 60 };
        let found = jumps(0, 3_000_000, 10_000, offset);
        assert_eq!(found, (60, vec![(1_000_003, 120), (1_777_000, 60)]));
        assert_eq!(jumps(0, 50_000, 10_000, |_| 480), (480, vec![]));
    }

    #[test]
    fn a_tick_falls_just_after_the_second() {
        for (since, now, wait) in
            [(0, 0, 1008), (0, 250, 758), (0, 999, 9), (500, 400, 108), (500, 2500, 1008)]
        {
            assert_eq!(until_next_second(since, now), wait, "since {since}, now {now}");
        }
    }
}
