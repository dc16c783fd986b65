//! Clauses that make sense only after the one before them.
//!
//! Of `您加我微信，秒回` the second half would hang in the air once the first
//! has become another sentence, and of `号码您记一下，ok7788` it would still give
//! the account away. Such a clause goes with the one it leans on. What a clause
//! begins with decides; the rest of it is not read.

use crate::text::{Folded, Unit};

/// What a leaning clause begins with, in folded characters.
const OPENINGS: [&str; 79] = [
    "那边",
    "那里",
    "那头",
    "他家",
    "她家",
    "他们",
    "他那",
    "她那",
    "对方",
    "群里",
    "里面都",
    "里头都",
    "扫完",
    "扫了",
    "加完",
    "加了",
    "加的时候",
    "加上",
    "转完",
    "转好",
    "转了",
    "转过来",
    "付完",
    "付了",
    "打完",
    "打过来",
    "到账",
    "收到款",
    "收到红包",
    "通过了",
    "通过一下",
    "通过后",
    "备注",
    "报我",
    "报店名",
    "电话我",
    "号码我",
    "账号我",
    "秒回",
    "群主",
    "同一个厂",
    "同源",
    "有专人",
    "专人",
    "省手续费",
    "省得平台",
    "手续费省",
    "省去手续费",
    "便宜",
    "比较便宜",
    "更便宜",
    "价格更低",
    "不用跑",
    "我去您",
    "您打过去",
    "您可以打过去",
    "您打给",
    "我们不管",
    "专柜验",
    "您看看那边",
    "您去那边",
    "去那边",
    "去那里",
    "您去他",
    "您去逛",
    "找他",
    "就是没标",
    "没打标",
    "没吊牌",
    "懂的都懂",
    "用别的",
    "换别的",
    "请您换",
    "请换",
    "请改",
    "您换银行卡",
    "请选择其他",
    "烦请选择其他",
    "您进来",
];

/// The end of a range of clauses with the clauses that lean on it.
pub(super) fn with_its_rest(folded: &Folded, to: usize) -> usize {
    let mut end = to;
    while folded.units.get(end).is_some_and(|unit| unit.form == ',') {
        let rest = folded.units.get(end + 1..).unwrap_or_default();
        let length = rest.iter().take_while(|unit| goes_on(unit)).count();
        let clause = &rest[..length];
        if length == 0 || clause.iter().any(|unit| unit.line) || !leans(clause) {
            break;
        }
        end += 1 + length;
    }
    end
}

fn goes_on(unit: &Unit) -> bool {
    !super::place::ends_clause(unit.form)
}

/// Whether a clause begins as one that leans does, or is nothing but an account.
fn leans(clause: &[Unit]) -> bool {
    let account = clause.len() >= 4 && clause.iter().all(|unit| unit.form.is_ascii_alphanumeric());
    let begins = |opening: &&str| {
        let mut forms = clause.iter().map(|unit| unit.form);
        opening.chars().all(|form| forms.next() == Some(form))
    };
    account || OPENINGS.iter().any(begins)
}

#[cfg(test)]
mod tests {
    use super::with_its_rest;
    use crate::text::fold;

    #[test]
    fn a_clause_that_leans_goes_along() {
        for (draft, first, goes) in [
            ("您去別處拍，那邊便宜，拍完告訴我", "您去別處拍", "，那邊便宜"),
            ("加我，ok7788。秒回", "加我", "，ok7788"),
            ("加我，秒回，備註車型", "加我", "，秒回，備註車型"),
            ("加我，尺码您先量", "加我", ""),
            ("加我。秒回", "加我", ""),
            ("加我，\n那边便宜", "加我", ""),
        ] {
            let folded = fold(draft);
            let to = first.chars().count();
            let end = with_its_rest(&folded, to);
            assert_eq!(end - to, goes.chars().count(), "{draft}");
        }
    }
}
