//! Any text as a draft, with and without a buyer's message.
#![cfg_attr(fuzzing, no_main)]

#[cfg(fuzzing)]
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| deti_fuzz::drafts::hold(bytes));

#[cfg(not(fuzzing))]
fn main() -> std::io::Result<()> {
    deti_fuzz::replay(deti_fuzz::drafts::hold)
}
