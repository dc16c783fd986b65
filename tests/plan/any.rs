//! What holds for any order.

use deti::order::{Decision, Sent};
use deti::zone::MINUTE;
use proptest::prelude::*;

use crate::story::{Story, at, story};

fn any_story() -> impl Strategy<Value = Story> {
    let age = 0..4000_u64;
    let sent = proptest::collection::vec(0..4000_u64, 0..4);
    let flags = (any::<bool>(), any::<bool>(), 0..3_u32, 0..5000_u64);
    (age.clone(), proptest::option::of(0..4000_u64), sent, flags, 0..1440_u64).prop_map(
        |(age, closes, sent, (returning, created, unread, contact), minute)| {
            let mut story = story();
            story.now = at("2026-11-06 00:00") + minute * MINUTE;
            let ago = |minutes: u64| story.now - minutes * MINUTE;
            story.order.created = created.then(|| ago(age));
            story.past.first_seen = ago(age / 2);
            story.order.closes = closes.map(|minutes| story.now + minutes * MINUTE);
            let mut moments: Vec<u64> = sent.into_iter().map(ago).collect();
            moments.sort_unstable();
            let sent = |at| Sent { at, reminder: String::new() };
            story.past.sent = moments.into_iter().map(sent).collect();
            story.facts.returning = returning;
            story.facts.unread = unread;
            story.facts.contact = ago(contact);
            story
        },
    )
}

proptest! {
    /// A wait ends: at its moment nothing that was waited for holds any longer, and
    /// a minute before it something does.
    #[test]
    fn what_waits_is_due_when_its_wait_ends(story in any_story()) {
        let planned = story.planned();
        prop_assert!(!planned.reasons.is_empty());
        if let Decision::Wait { until: Some(until) } = planned.decision {
            prop_assert!(until > story.now);
            let then = Story { now: until, ..story.clone() };
            prop_assert_eq!(then.planned().decision, Decision::Remind, "{}", then.line());
            let before = Story { now: (until - MINUTE).max(story.now), ..story };
            prop_assert_ne!(before.planned().decision, Decision::Remind);
        }
    }

    /// Nobody is reminded at night, after the closing time, or more often than the
    /// ceilings say.
    #[test]
    fn no_reminder_is_due_beyond_the_limits(story in any_story()) {
        if story.planned().decision == Decision::Remind {
            let limits = story.settings.of("taobao");
            prop_assert!(!limits.quiet.holds(story.zone.minute(story.now)));
            prop_assert!(story.order.closes.is_none_or(|closes| closes > story.now));
            let today = story.zone.day(story.now);
            let sent = &story.past.sent;
            let of_today = sent.iter().filter(|sent| story.zone.day(sent.at) == today).count();
            prop_assert!(sent.len() < 3 && of_today < 2);
        }
    }
}
