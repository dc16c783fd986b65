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
    use super::until_next_second;

    #[test]
    fn a_tick_falls_just_after_the_second() {
        for (since, now, wait) in
            [(0, 0, 1008), (0, 250, 758), (0, 999, 9), (500, 400, 108), (500, 2500, 1008)]
        {
            assert_eq!(until_next_second(since, now), wait, "since {since}, now {now}");
        }
    }
}
