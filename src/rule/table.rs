//! Numbers under keys of 64 bits, by open addressing: what the words are
//! looked up in. The standard library's map hashes for hostile keys, at ten
//! times the cost, and a pack is no enemy.

/// No key is this one.
const EMPTY: u64 = u64::MAX;

/// Numbers under keys.
#[derive(Debug, Clone, Default)]
pub(super) struct Table {
    /// A power of two of them, at most half in use.
    slots: Vec<(u64, u32)>,
    used: usize,
    /// How many bits of a hash are left out to count the slots.
    shift: u32,
}

/// Fibonacci hashing: the highest bits of the product depend on every bit.
#[inline]
pub(super) fn hash(key: u64) -> u64 {
    key.wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

impl Table {
    /// The number under a key.
    #[inline]
    pub(super) fn get(&self, key: u64) -> Option<u32> {
        let (found, value) = self.slots.get(self.slot(key))?;
        (*found == key).then_some(*value)
    }

    /// The number under a key; `new` is put there if there is none.
    pub(super) fn insert(&mut self, key: u64, new: u32) -> u32 {
        if self.used * 2 >= self.slots.len() {
            self.grow();
        }
        let slot = self.slot(key);
        match self.slots.get_mut(slot) {
            Some((found, value)) if *found == key => *value,
            Some(empty) => {
                *empty = (key, new);
                self.used += 1;
                new
            }
            None => new,
        }
    }

    /// Where a key is, or the empty slot where it would be.
    #[inline]
    fn slot(&self, key: u64) -> usize {
        let mask = self.slots.len().wrapping_sub(1);
        let mut slot = (hash(key) >> self.shift) as usize & mask;
        while let Some((found, _)) = self.slots.get(slot) {
            if *found == key || *found == EMPTY {
                break;
            }
            slot = (slot + 1) & mask;
        }
        slot
    }

    fn grow(&mut self) {
        let size = (self.slots.len() * 2).max(64);
        self.shift = 64 - size.trailing_zeros();
        let old = std::mem::replace(&mut self.slots, vec![(EMPTY, 0); size]);
        for entry in old {
            if entry.0 != EMPTY {
                let slot = self.slot(entry.0);
                if let Some(empty) = self.slots.get_mut(slot) {
                    *empty = entry;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Table;

    #[test]
    fn what_was_put_in_is_there() {
        let mut table = Table::default();
        assert_eq!(table.get(7), None);
        for key in 0..5_000_u64 {
            assert_eq!(table.insert(key << 32, key as u32), key as u32);
        }
        assert_eq!(table.insert(7 << 32, 9), 7);
        assert!((0..5_000_u64).all(|key| table.get(key << 32) == Some(key as u32)));
        assert_eq!(table.get(5_000 << 32), None);
    }
}
