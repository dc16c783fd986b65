//! One sort for everything that is sorted here.
//!
//! A sort is compiled anew for each type of value, at some kilobytes of wasm
//! each time. So only small keys are ever sorted, and the values follow.

/// A key; the first number that differs decides. `!number` counts downwards.
pub(crate) type Key = [u32; 4];

/// Sorts by a key. Values of the same key stay in their order.
pub(crate) fn by_key<T>(list: &mut Vec<T>, key: impl Fn(&T) -> Key) {
    // Most lists are short, and many are in order already.
    if list.windows(2).all(|pair| key(&pair[0]) <= key(&pair[1])) {
        return;
    }
    let mut keys: Vec<(Key, u32)> = list.iter().map(key).zip(0..).collect();
    keys.sort_unstable();
    let mut values: Vec<Option<T>> = list.drain(..).map(Some).collect();
    let follow = |(_, place): &(Key, u32)| values.get_mut(*place as usize).and_then(Option::take);
    list.extend(keys.iter().filter_map(follow));
}

#[cfg(test)]
mod tests {
    use super::{Key, by_key};

    #[test]
    fn values_follow_their_keys() {
        let sorted = |words: &str, key: fn(&&str) -> Key| {
            let mut words: Vec<&str> = words.split(' ').collect();
            by_key(&mut words, key);
            words.join(" ")
        };
        assert_eq!(sorted("ccc a bb dd", |word| [word.len() as u32, 0, 0, 0]), "a bb dd ccc");
        assert_eq!(sorted("ccc a bb dd", |word| [!(word.len() as u32), 0, 0, 0]), "ccc bb dd a");
    }
}
