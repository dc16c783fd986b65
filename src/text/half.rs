//! Characters that are written as their two halves, so that nobody finds them.

/// Two characters that are the halves of one.
pub(super) const HALVES: [(char, char, char); 35] = [
    ('亻', '尔', '你'),
    ('亻', '言', '信'),
    ('亻', '故', '做'),
    ('女', '尔', '你'),
    ('扌', '口', '扣'),
    ('车', '专', '转'),
    ('贝', '长', '账'),
    ('君', '羊', '群'),
    ('力', '口', '加'),
    ('月', '㐫', '脑'),
    ('歹', '戋', '残'),
    ('西', '示', '票'),
    ('亻', '寸', '付'),
    ('纟', '工', '红'),
    ('讠', '平', '评'),
    ('讠', '斥', '诉'),
    ('讠', '青', '请'),
    ('讠', '兑', '说'),
    ('钅', '戋', '钱'),
    ('钅', '艮', '银'),
    ('纟', '合', '给'),
    ('册', '刂', '删'),
    ('土', '立', '垃'),
    ('土', '及', '圾'),
    ('马', '扁', '骗'),
    ('氵', '衮', '滚'),
    ('氵', '去', '法'),
    ('女', '马', '妈'),
    ('亻', '叚', '假'),
    ('亻', '门', '们'),
    ('亻', '介', '价'),
    ('亻', '昔', '借'),
    ('由', '阝', '邮'),
    ('犭', '句', '狗'),
    ('犭', '者', '猪'),
];

/// The left halves, each once. Every character of a draft is one or is not, so
/// the table of characters says which.
pub(super) const LEFTS: [char; 19] = [
    '亻', '女', '扌', '车', '贝', '君', '力', '月', '歹', '西', '纟', '讠', '钅', '册', '土', '马',
    '氵', '由', '犭',
];

/// Which of the left halves a character is.
pub(super) const fn which_left(form: u16) -> Option<usize> {
    let mut place = 0;
    while place < LEFTS.len() {
        if LEFTS[place] as u32 == form as u32 {
            return Some(place);
        }
        place += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{HALVES, LEFTS};

    #[test]
    fn every_left_half_is_known_as_one() {
        assert!(HALVES.iter().all(|(left, _, _)| LEFTS.contains(left)));
        assert!(LEFTS.iter().all(|left| HALVES.iter().any(|(half, _, _)| half == left)));
    }
}
