//! What an order, or a buyer who asked, waits for: reasons, and until when each
//! holds.

use crate::order::limits::Hours;
use crate::order::reason::{Decision, Reason};
use crate::zone::Zone;

/// Why it waits, as far as that was weighed.
pub(in crate::order) struct Waits {
    now: u64,
    /// Why, and until when; without a moment it is not a matter of time.
    list: Vec<(Reason, Option<u64>)>,
}

impl Waits {
    pub fn new(now: u64) -> Self {
        Self { now, list: Vec::new() }
    }

    pub fn until(&mut self, reason: Reason, until: u64) {
        if until > self.now {
            self.list.push((reason, Some(until)));
        }
    }

    pub fn open(&mut self, reason: Reason) {
        self.list.push((reason, None));
    }

    /// What is decided: that this reminder is due, or until when it waits. Nobody is
    /// reminded in the quiet hours, and no wait ends in them. `minute` is that of the day.
    pub fn decide(
        mut self,
        number: u32,
        quiet: Hours,
        zone: &Zone,
        minute: u32,
    ) -> (Decision, Vec<Reason>) {
        if quiet.holds(minute) {
            let reason = Reason::QuietHours { from: quiet.from, to: quiet.to };
            self.until(reason, end_of(quiet.to, zone, self.now));
        }
        let Some(until) = self.end() else {
            return (Decision::Remind, vec![Reason::Due { number }]);
        };
        let Some(end) = until.filter(|end| quiet.holds(zone.minute(*end))) else {
            return (Decision::Wait { until }, self.reasons());
        };
        let until = Some(end_of(quiet.to, zone, end));
        let mut reasons = self.reasons();
        reasons.push(Reason::UntilMorning { from: quiet.from, to: quiet.to });
        (Decision::Wait { until }, reasons)
    }

    /// Until when it waits for all of them; none if it does not wait.
    fn end(&self) -> Option<Option<u64>> {
        let latest = self.list.iter().map(|(_, until)| until.unwrap_or(u64::MAX)).max()?;
        Some((latest != u64::MAX).then_some(latest))
    }

    /// The reasons; that which holds longest stands first.
    fn reasons(self) -> Vec<Reason> {
        let mut list = self.list;
        let mut reasons = Vec::with_capacity(list.len());
        while !list.is_empty() {
            let held = |place: &usize| list[*place].1.unwrap_or(u64::MAX);
            // Of several that end together, the first that was weighed.
            let next = (0..list.len()).rev().max_by_key(held).unwrap_or(0);
            reasons.push(list.remove(next).0);
        }
        reasons
    }
}

/// The next moment at which the clock shows this minute.
fn end_of(minute: u32, zone: &Zone, now: u64) -> u64 {
    let today = zone.moment(zone.day(now), minute);
    if today > now { today } else { zone.moment(zone.day(now).plus(1), minute) }
}
