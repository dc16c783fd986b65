//! What is found in a draft beside its words: numbers, links, what is spelled.
//! It comes class after class and is put in the order of the text.

use super::hits::Hit;

/// Hits in any order.
#[derive(Debug, Default)]
pub(super) struct More {
    list: Vec<Hit>,
    /// Room for sorting.
    places: Vec<u32>,
    sorted: Vec<Hit>,
}

impl More {
    pub(super) fn clear(&mut self) {
        self.list.clear();
    }

    pub(super) fn push(&mut self, hit: Hit) {
        self.list.push(hit);
    }

    /// All of them by where they start, in a draft of so many units. They are
    /// counted, because there may be as many as the draft has characters.
    pub(super) fn in_order(&mut self, units: usize) -> &[Hit] {
        if self.list.is_sorted_by_key(|hit| hit.start) {
            return &self.list;
        }
        let Self { list, places, sorted } = self;
        places.clear();
        places.resize(units + 1, 0);
        for hit in &*list {
            if let Some(count) = places.get_mut(hit.start as usize + 1) {
                *count += 1;
            }
        }
        for place in 1..places.len() {
            places[place] += places[place - 1];
        }
        sorted.clone_from(list);
        for hit in &*list {
            if let Some(place) = places.get_mut(hit.start as usize) {
                sorted[*place as usize] = *hit;
                *place += 1;
            }
        }
        sorted
    }
}

#[cfg(test)]
mod tests {
    use super::{Hit, More};

    #[test]
    fn hits_are_put_in_the_order_of_the_text() {
        let mut more = More::default();
        for (start, atom) in [(3, 0), (0, 1), (5, 2), (3, 3), (1, 4)] {
            more.push(Hit { start, end: 9, atom, view: 1 });
        }
        let order: Vec<u32> = more.in_order(9).iter().map(|hit| hit.atom).collect();
        assert_eq!(order, [1, 4, 0, 3, 2]);
    }
}
