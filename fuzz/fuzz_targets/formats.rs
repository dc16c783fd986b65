//! Any bytes as a file of replies.
#![cfg_attr(fuzzing, no_main)]

#[cfg(fuzzing)]
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| deti_fuzz::formats::hold(bytes));

#[cfg(not(fuzzing))]
fn main() -> std::io::Result<()> {
    deti_fuzz::replay(deti_fuzz::formats::hold)
}
