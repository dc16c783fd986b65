//! A list on screen that follows a list of values, row by row.
//!
//! A row that stays keeps its element, and with it the focus, the scroll place
//! and whatever is under the pointer: only what is new is drawn, only what
//! changed is written.

use std::rc::Rc;

use futures_signals::signal::Mutable;
use futures_signals::signal_vec::{MutableVec, SignalVec};

/// One row: which one it is, what it shows, and where it stands.
pub struct Row<T> {
    key: String,
    /// What it shows.
    pub value: Mutable<T>,
    /// Its place in the list, counted from 0.
    pub place: Mutable<usize>,
}

/// The rows on screen.
pub struct Rows<T>(MutableVec<Rc<Row<T>>>);

impl<T> Clone for Rows<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T: PartialEq> Rows<T> {
    /// No rows yet.
    pub fn new() -> Self {
        Self(MutableVec::new())
    }

    /// The rows, to be drawn.
    pub fn signal(&self) -> impl SignalVec<Item = Rc<Row<T>>> + use<T> {
        self.0.signal_vec_cloned()
    }

    /// Makes the rows show these values. Each is told apart by `key`; of equal
    /// keys the first finds the first row, the second the second.
    pub fn settle(&self, values: Vec<T>, key: impl Fn(&T) -> String) {
        let mut rows = self.0.lock_mut();
        let wanted = values.len();
        for (place, value) in values.into_iter().enumerate() {
            let key = key(&value);
            let found = rows[place..].iter().position(|row| row.key == key);
            match found {
                Some(0) => {}
                Some(after) => rows.move_from_to(place + after, place),
                None => {
                    let (value, place_of) = (Mutable::new(value), Mutable::new(place));
                    rows.insert_cloned(place, Rc::new(Row { key, value, place: place_of }));
                    continue;
                }
            }
            rows[place].value.set_neq(value);
            rows[place].place.set_neq(place);
        }
        rows.truncate(wanted);
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::Rows;

    /// Values are a letter, which is the key, and a digit.
    fn settle(rows: &Rows<&'static str>, values: &str) -> String {
        let values: Vec<&'static str> = values
            .split_whitespace()
            .map(|it| &*Box::leak(it.to_owned().into_boxed_str()))
            .collect();
        rows.settle(values, |value| value[..1].to_owned());
        let rows = rows.0.lock_ref();
        let shown = rows.iter().map(|row| format!("{}@{}", row.value.get(), row.place.get()));
        shown.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn rows_follow_the_values() {
        let rows = Rows::new();
        for (values, shown) in [
            ("a1 b1 c1", "a1@0 b1@1 c1@2"),
            ("a1 b2 c1", "a1@0 b2@1 c1@2"),
            ("c1 a1 b2", "c1@0 a1@1 b2@2"),
            ("a1", "a1@0"),
            ("b3 a1 a2", "b3@0 a1@1 a2@2"),
            ("", ""),
        ] {
            assert_eq!(settle(&rows, values), shown, "{values}");
        }
    }

    #[test]
    fn a_row_that_stays_is_the_same_row() {
        let rows = Rows::new();
        settle(&rows, "a1 b1 c1");
        let before: Vec<_> = rows.0.lock_ref().to_vec();
        settle(&rows, "c9 d1 b1");
        let after = rows.0.lock_ref().to_vec();
        assert!(Rc::ptr_eq(&before[2], &after[0]), "c moved up with its element");
        assert!(Rc::ptr_eq(&before[1], &after[2]), "b stayed");
    }
}
