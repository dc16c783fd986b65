//! The words of one character. In a draft nearly every character is one, so
//! they are not hashed: a page by the upper bits of the form, a place by the
//! lower ones.

/// A page has the forms that differ in so many low bits.
const BITS: u32 = 6;
const FORMS: usize = 1 << BITS;

/// A number for each of some characters.
#[derive(Debug, Default)]
pub(super) struct Singles {
    /// Where the page of some forms is; 0 for those without.
    pages: Vec<u16>,
    /// The first page is empty.
    numbers: Vec<[u32; FORMS]>,
}

impl Singles {
    /// The number of a form; 0 if it has none.
    #[inline]
    pub(super) fn get(&self, form: u32) -> u32 {
        let page = self.pages.get((form >> BITS) as usize).copied().unwrap_or_default();
        self.numbers.get(usize::from(page)).map_or(0, |page| page[form as usize % FORMS])
    }

    /// Gives a form a number.
    pub(super) fn add(&mut self, form: u32, number: u32) {
        if self.numbers.is_empty() {
            self.numbers.push([0; FORMS]);
        }
        let page = (form >> BITS) as usize;
        if self.pages.len() <= page {
            self.pages.resize(page + 1, 0);
        }
        if self.pages[page] == 0 {
            self.pages[page] = self.numbers.len() as u16;
            self.numbers.push([0; FORMS]);
        }
        self.numbers[usize::from(self.pages[page])][form as usize % FORMS] = number;
    }
}

#[cfg(test)]
mod tests {
    use super::Singles;

    #[test]
    fn a_form_has_the_number_that_it_was_given() {
        let mut singles = Singles::default();
        let forms = ['a', '微', '信', '𠮷', '\u{10FFFF}'];
        assert!(forms.iter().all(|form| singles.get(*form as u32) == 0));
        for (number, form) in (1..).zip(forms) {
            singles.add(form as u32, number);
        }
        let numbers: Vec<u32> = forms.iter().map(|form| singles.get(*form as u32)).collect();
        assert_eq!(numbers, [1, 2, 3, 4, 5]);
        assert_eq!((singles.get('b' as u32), singles.get('好' as u32)), (0, 0));
    }
}
