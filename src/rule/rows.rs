//! Lists of numbers by number, all in one vector.

/// For each number from 0 on, a list of numbers.
#[derive(Debug, Clone, Default)]
pub(super) struct Rows {
    /// Where each list starts, and at last where the last one ends.
    starts: Vec<u32>,
    items: Vec<u32>,
}

impl Rows {
    /// The list of a number.
    #[inline]
    pub(super) fn row(&self, number: u32) -> &[u32] {
        let number = number as usize;
        match (self.starts.get(number), self.starts.get(number + 1)) {
            (Some(from), Some(to)) => self.items.get(*from as usize..*to as usize).unwrap_or(&[]),
            _ => &[],
        }
    }

    /// Adds the list of the next number.
    pub(super) fn push(&mut self, items: impl IntoIterator<Item = u32>) {
        if self.starts.is_empty() {
            self.starts.push(0);
        }
        self.items.extend(items);
        self.starts.push(self.items.len() as u32);
    }

    /// How many lists there are.
    pub(super) fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// The lists of so many numbers, out of pairs of a number and an item. The
    /// items of a number stay in their order.
    pub(super) fn of(count: usize, pairs: impl Iterator<Item = (u32, u32)> + Clone) -> Rows {
        let mut starts = vec![0_u32; count + 2];
        let mut total = 0;
        for (number, _) in pairs.clone() {
            starts[number as usize + 2] += 1;
            total += 1;
        }
        for place in 1..starts.len() {
            starts[place] += starts[place - 1];
        }
        let mut items = vec![0; total];
        for (number, item) in pairs {
            let place = &mut starts[number as usize + 1];
            items[*place as usize] = item;
            *place += 1;
        }
        starts.pop();
        Rows { starts, items }
    }

    /// Every number with each of its items.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (u32, u32)> + Clone + '_ {
        (0..self.len() as u32)
            .flat_map(|number| self.row(number).iter().map(move |item| (number, *item)))
    }

    /// For each item below `count`, the numbers whose lists have it.
    pub(super) fn turned(&self, count: usize) -> Rows {
        Rows::of(count, self.pairs().map(|(number, item)| (item, number)))
    }
}

#[cfg(test)]
mod tests {
    use super::Rows;

    #[test]
    fn rows_turned_twice_are_the_same() {
        let mut rows = Rows::default();
        for row in [&[2, 0][..], &[], &[1, 2]] {
            rows.push(row.iter().copied());
        }
        let turned = rows.turned(3);
        let all: Vec<&[u32]> = (0..4).map(|number| turned.row(number)).collect();
        assert_eq!(all, [&[0][..], &[2], &[0, 2], &[]]);
        let again = turned.turned(3);
        assert_eq!(again.row(0), [0, 2]);
        assert_eq!(again.row(2), [1, 2]);
    }
}
