//! The declaration is sound, and arguments are read as documented.

use super::*;

#[test]
fn the_declaration_passes_claps_checks() {
    command().debug_assert();
}

#[test]
fn no_arguments_equal_the_default() {
    let args = Args::try_parse_from(["couveuse"]).expect("understood");
    assert_eq!(format!("{args:?}"), format!("{:?}", Args::default()));
}

#[test]
fn a_date_may_begin_with_a_sign() {
    let args = Args::try_parse_from(["couveuse", "due", "--as-of", "-3"]).expect("understood");
    assert_eq!(args.common.as_of.as_deref(), Some("-3"));
}

#[test]
fn an_unknown_word_is_the_folder() {
    let args = Args::try_parse_from(["couveuse", "somewhere", "--lang", "fr"]).expect("understood");
    assert_eq!(args.place.as_deref(), Some(std::path::Path::new("somewhere")));
    assert_eq!(args.common.lang, Some(Language::French));
    assert!(args.command.is_none());
}
