//! Patches of small texts: before, operations, after.

use super::*;
use crate::model::Money;

/// Parses `a.b[1].c`.
fn path(text: &str) -> KeyPath {
    let mut path = KeyPath::top();
    for part in text.split('.') {
        let mut parts = part.split(['[', ']']).filter(|part| !part.is_empty());
        path = path.key(parts.next().expect("a key"));
        for index in parts {
            path = path.index(index.parse().expect("an index"));
        }
    }
    path
}

fn text(text: &str) -> Item {
    Item::Text(text.to_owned())
}

fn table(pairs: &[(&str, Item)]) -> Item {
    Item::Table(pairs.iter().map(|(key, item)| ((*key).to_owned(), item.clone())).collect())
}

fn set(at: &str, item: Item) -> Op {
    Op::Set(path(at), item)
}

fn insert(at: &str, item: Item) -> Op {
    Op::Insert(path(at), item)
}

fn remove(at: &str) -> Op {
    Op::Remove(path(at))
}

#[track_caller]
fn check(before: &str, op: Op, after: &str) {
    let patched = patch(before, std::slice::from_ref(&op));
    assert_eq!(patched.as_deref(), Ok(after), "{op:?}");
    // The same with CRLF and a byte order mark.
    let crlf = |text: &str| format!("\u{feff}{}", text.replace('\n', "\r\n"));
    if before.contains('\n') {
        assert_eq!(patch(&crlf(before), &[op]), Ok(crlf(after)));
    }
}

#[test]
fn a_value_is_replaced_in_place() {
    check("a = 1 # why\nb   =  'x' # c\n", set("b", text("y")), "a = 1 # why\nb   =  \"y\" # c\n");
    check("a = \"\"\"\nx\ny\"\"\"\nb = 1\n", set("a", Item::Whole(2)), "a = 2\nb = 1\n");
    check("a.b.c = 1\n", set("a.b.c", Item::Whole(2)), "a.b.c = 2\n");
    check("t = { a = 1, b.c = 2 }\n", set("t.b.c", Item::Whole(3)), "t = { a = 1, b.c = 3 }\n");
    check("l = [1, { a = 2 }]\n", set("l[1].a", Item::Whole(3)), "l = [1, { a = 3 }]\n");
    check("[[x]]\na = 1\n[[x]]\na = 1\n", set("x[1].a", Item::Whole(2)), "[[x]]\na = 1\n[[x]]\na = 2\n");
    check("[t]\na = 1\nb = 1\n", set("t", table(&[("b", Item::Whole(2))])), "[t]\nb = 2\n");
    check("a = 1", set("a", Item::Bool(true)), "a = true");
}

#[test]
fn a_new_key_follows_the_others_of_its_table() {
    let day = Item::Date("2021-03-04".parse().expect("a date"));
    check("a = 1\n\n# of x\n[x]\nb = 1\n", set("c", Item::Whole(2)), "a = 1\nc = 2\n\n# of x\n[x]\nb = 1\n");
    check("#:schema x\n\n[x]\nb = 1\n", set("c", Item::Whole(2)), "#:schema x\nc = 2\n\n[x]\nb = 1\n");
    check("[x]\n", set("c", Item::Whole(2)), "c = 2\n[x]\n");
    check("", set("c", Item::Whole(2)), "c = 2\n");
    check("a = 1", set("c", Item::Whole(2)), "a = 1\nc = 2");
    check("[x]\n  b = 1 # one\n[y]\n", set("x.c", Item::Whole(2)), "[x]\n  b = 1 # one\n  c = 2\n[y]\n");
    check("[x] # none\n[y]\n", set("x.c", Item::Whole(2)), "[x] # none\nc = 2\n[y]\n");
    check(
        "title    = 'x'\nstartups = []\n",
        set("kind", text("a")),
        "title    = 'x'\nstartups = []\nkind     = \"a\"\n",
    );
    check(
        "title    = 'x'\n# signed = YYYY-MM-DD   # undated\n# term = 1\n\n[[x]]\na = 1\n",
        set("signed", day.clone()),
        "title    = 'x'\n# signed = YYYY-MM-DD   # undated\nsigned   = 2021-03-04\n# term = 1\n\n[[x]]\na = 1\n",
    );
    check(
        "a = 1\n# signed : not yet\n# b\n",
        set("signed", Item::Whole(1)),
        "a = 1\n# signed : not yet\nsigned = 1\n# b\n",
    );
    check(
        "a = '''\n# signed = 1\n'''\nb = 1\n",
        set("signed", day.clone()),
        "a = '''\n# signed = 1\n'''\nb = 1\nsigned = 2021-03-04\n",
    );
    check("a.b = 1\nz = 1\n", set("a.c", Item::Whole(2)), "a.b = 1\na.c = 2\nz = 1\n");
    check("t = { a = 1 }\n", set("t.b", Item::Whole(2)), "t = { a = 1, b = 2 }\n");
    check("t = {}\n", set("t.b", Item::Whole(2)), "t = { b = 2 }\n");
    check("t = { a.b = 1 }\n", set("t.a.c", Item::Whole(2)), "t = { a.b = 1, a.c = 2 }\n");
    check("a = 1\n", set("t.b", Item::Whole(2)), "a = 1\nt = { b = 2 }\n");
    check("a = 1\n", set("terminated", table(&[("on", day)])), "a = 1\nterminated = { on = 2021-03-04 }\n");
    check("[a.b]\nc = 1\n", set("a.d", table(&[("c", Item::Whole(2))])), "[a.b]\nc = 1\n\n[a.d]\nc = 2\n");
    check("[a.b]\nc = 1\n", set("a.d", Item::Whole(2)), "[a.b]\nc = 1\n\n[a]\nd = 2\n");
}

#[test]
fn a_new_entry_follows_the_last_of_its_list() {
    let entry = table(&[("on", Item::Whole(2)), ("amount", Item::Money(Money::euros(3)))]);
    check(
        "[[p]]\non = 1\n\n[[q]]\na = 1\n",
        insert("p", entry.clone()),
        "[[p]]\non = 1\n\n[[p]]\non = 2\namount = 3\n\n[[q]]\na = 1\n",
    );
    check(
        "[[p]]\non     = 1\namount = 1 # c\n# about it\n\n# about q\n[[q]]\na = 1\n",
        insert("p", entry.clone()),
        "[[p]]\non     = 1\namount = 1 # c\n# about it\n\n[[p]]\non     = 2\namount = 3\n\n# about q\n[[q]]\na = 1\n",
    );
    check(
        "[[o]]\nid = 1\n[[o.f]]\non = 1\n[[o]]\nid = 2\n",
        insert("o[0].f", entry.clone()),
        "[[o]]\nid = 1\n[[o.f]]\non = 1\n[[o.f]]\non = 2\namount = 3\n[[o]]\nid = 2\n",
    );
    check(
        "[[o]]\nid = 1\n\n[[o]]\nid = 2\n\n[z]\na = 1\n",
        insert("o[0].f", entry.clone()),
        "[[o]]\nid = 1\n[[o.f]]\non = 2\namount = 3\n\n[[o]]\nid = 2\n\n[z]\na = 1\n",
    );
    check(
        "[[o]]\n  id = 1\n  [[o.f]]\n    on = 1\n[z]\n",
        insert("o[0].f", entry.clone()),
        "[[o]]\n  id = 1\n  [[o.f]]\n    on = 1\n  [[o.f]]\n    on = 2\n    amount = 3\n[z]\n",
    );
    check("a = 1\n# end\n", insert("p", entry.clone()), "a = 1\n# end\n\n[[p]]\non = 2\namount = 3\n");
    check("a = 1", insert("p", entry.clone()), "a = 1\n\n[[p]]\non = 2\namount = 3");
    check("", insert("p", entry.clone()), "[[p]]\non = 2\namount = 3\n");
    check("p = []\n", insert("p", entry.clone()), "p = [{ on = 2, amount = 3 }]\n");
    check(
        "p = [\n  { on = 1 }, # first\n]\n",
        insert("p", entry.clone()),
        "p = [\n  { on = 1 }, # first\n  { on = 2, amount = 3 },\n]\n",
    );
    check(
        "p = [\n  { on = 1 } # first\n]\n",
        insert("p", entry.clone()),
        "p = [\n  { on = 1 }, # first\n  { on = 2, amount = 3 }\n]\n",
    );
    check(
        "o = [{ id = 1 }]\n",
        insert("o[0].f", table(&[("on", Item::Whole(2))])),
        "o = [{ id = 1, f = [{ on = 2 }] }]\n",
    );
    check("p = [\n  # none\n]\n", insert("p", Item::Whole(1)), "p = [\n  # none\n  1\n]\n");
    check("n = ['a']\n", insert("n", text("b")), "n = ['a', \"b\"]\n");
    check("n = ['a']\n", insert("m", text("b")), "n = ['a']\nm = [\"b\"]\n");
    check("[b.z]\na = 1\n", insert("b.x", table(&[("on", Item::Whole(2))])), "[b.z]\na = 1\n\n[[b.x]]\non = 2\n");
}

#[test]
fn removals_keep_everything_else() {
    check("a = 1\nb = 2 # why\nc = 3\n", remove("b"), "a = 1\n# why\nc = 3\n");
    check("a = 1\nb = '''\n\n'''\nc = 3\n", remove("b"), "a = 1\nc = 3\n");
    check("a.b = 1\nx = 1\na.c = 2\n", remove("a"), "x = 1\n");
    check("t = { a = 1, b = 2, c = 3 }\n", remove("t.b"), "t = { a = 1, c = 3 }\n");
    check("t = { a = 1, b = 2 }\n", remove("t.b"), "t = { a = 1 }\n");
    check("t = { a = 1 }\n", remove("t.a"), "t = {}\n");
    check("t = { a.b = 1, a.c = 2, d = 3 }\n", remove("t.a.b"), "t = { a.c = 2, d = 3 }\n");
    check("t = { a.b = 1, a.c = 2, d = 3 }\n", remove("t.a"), "t = { d = 3 }\n");
    check("l = [\n  1, # one\n  2, # two\n]\n", remove("l[1]"), "l = [\n  1, # one\n   # two\n]\n");
    check("l = [1, 2]\n", remove("l[0]"), "l = [2]\n");
    check(
        "[[p]]\na = 1\n\n# two\n[[p]]\na = 2\n\n[[p]]\na = 3\n",
        remove("p[2]"),
        "[[p]]\na = 1\n\n# two\n[[p]]\na = 2\n",
    );
    check("[[p]]\na = 1\n[p.q]\nb = 1\n[[p]]\na = 2\n", remove("p[0]"), "[[p]]\na = 2\n");
    check("a = 1\n\n[[p]]\na = 1\n\n[[p]]\na = 2\n\n[z]\n", remove("p"), "a = 1\n\n[z]\n");
    check("a = 1\n\n[b.c]\na = 1\n", remove("b"), "a = 1\n");
}

#[test]
fn several_operations_are_made_in_their_order() {
    let ops = [insert("p", table(&[("on", Item::Whole(1))])), set("p[0].on", Item::Whole(2)), set("a", Item::Whole(1))];
    assert_eq!(patch("", &ops), Ok("a = 1\n[[p]]\non = 2\n".to_owned()));
}

#[test]
fn impossible_operations_are_refused() {
    for (before, op) in [
        ("a = 1\n", set("a.b", Item::Whole(1))),
        ("a = 1\n", insert("a", Item::Whole(1))),
        ("a = 1\n", remove("b")),
        ("[[p]]\n", set("p[1].a", Item::Whole(1))),
        ("[[p]]\n", insert("p[1].a", table(&[]))),
        ("[[p]]\n", insert("p", Item::Whole(1))),
        ("[[p]]\n", set("p[0]", Item::Whole(1))),
        ("a = 1\n", Op::Remove(KeyPath::top())),
        ("a = 1\n", Op::Set(KeyPath::top(), Item::Whole(1))),
    ] {
        assert!(matches!(patch(before, std::slice::from_ref(&op)), Err(PatchError::NoSuchPlace(_))), "{op:?}");
    }
    assert!(matches!(patch("a = ", &[]), Err(PatchError::Syntax(_))));
    assert!(matches!(patch(&"[".repeat(10_000), &[]), Err(PatchError::Syntax(_))));
}

#[test]
fn an_entry_is_put_before_another() {
    let one = || table(&[("a", Item::Whole(1))]);
    check("# all\n\n# two\n[[x]]\na = 2\n", insert("x[0]", one()), "# all\n\n[[x]]\na = 1\n\n# two\n[[x]]\na = 2\n");
    check("[[x]]\na = 0\n[[x]]\na = 2\n", insert("x[1]", one()), "[[x]]\na = 0\n[[x]]\na = 1\n[[x]]\na = 2\n");
    check("x = [{ a = 2 }] # all\n", insert("x[0]", one()), "x = [{ a = 1 }, { a = 2 }] # all\n");
    check(
        "x = [\n  { a = 0 },\n  { a = 2 } # b\n]\n",
        insert("x[1]", one()),
        "x = [\n  { a = 0 },\n  { a = 1 },\n  { a = 2 } # b\n]\n",
    );
    assert_eq!(patch("a = 1\n", &[insert("x[0]", one())]), Err(PatchError::NoSuchPlace(path("x[0]"))));
}

#[test]
fn many_entries_are_appended_as_one_after_another() {
    let texts = [
        "name = 'x'\n",
        "name = 'x'\n\n[[a]]\nn = 0\n\n[b]\nc = 1\n",
        "[[a]]\nn = 0\n[[a]]\nn = 1\n[b]\nc = 1",
        "a = [{ n = 0 }]\n",
        "  [[a]]\n  n   = 0\n  two = 2\n",
        "",
    ];
    let entry = |n| Op::Insert(KeyPath::top().key("a"), Item::Table(vec![("n".to_owned(), Item::Whole(n))]));
    let ops: Vec<Op> = (0..4).map(entry).collect();
    for text in texts {
        let single = ops.iter().try_fold(text.to_owned(), |text, op| patch(&text, std::slice::from_ref(op)));
        assert_eq!(patch(text, &ops), single, "{text}");
    }
}
