//! Three-way merge of the order of elements: moves and insertions of both sides are kept.

/// An element and its position on each side that has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ThreeWay {
    pub base: Option<usize>,
    pub ours: Option<usize>,
    pub theirs: Option<usize>,
}

/// Matches the elements of the three sides. `align` returns the index in the second list of each element of the first.
/// Its last argument demands certainty, which elements that aren't in the base need.
pub(super) fn triples<T: Copy>(
    [base, ours, theirs]: [&[T]; 3],
    align: impl Fn(&[T], &[T], bool) -> Vec<Option<usize>>,
) -> Vec<ThreeWay> {
    let to_ours = align(base, ours, false);
    let to_theirs = align(base, theirs, false);
    let new = |found: &[Option<usize>], count: usize| -> Vec<usize> {
        (0..count).filter(|at| !found.contains(&Some(*at))).collect()
    };
    let (new_ours, new_theirs) = (new(&to_ours, ours.len()), new(&to_theirs, theirs.len()));
    let pick = |side: &[T], at: &[usize]| -> Vec<T> { at.iter().map(|at| side[*at]).collect() };
    let shared = align(&pick(ours, &new_ours), &pick(theirs, &new_theirs), true);
    let mut found: Vec<ThreeWay> =
        (0..base.len()).map(|at| ThreeWay { base: Some(at), ours: to_ours[at], theirs: to_theirs[at] }).collect();
    found.extend(new_ours.iter().zip(&shared).map(|(at, other)| ThreeWay {
        base: None,
        ours: Some(*at),
        theirs: other.map(|other| new_theirs[other]),
    }));
    let only_theirs = (0..new_theirs.len()).filter(|at| !shared.contains(&Some(*at)));
    found.extend(only_theirs.map(|at| ThreeWay { base: None, ours: None, theirs: Some(new_theirs[at]) }));
    found
}

/// Returns the merged order as indices into `things`. If both sides insert at one position, `text` decides, so that the
/// result doesn't depend on which side is ours.
pub(super) fn order<'t>(things: &[ThreeWay], text: impl Fn(usize) -> &'t str) -> Vec<usize> {
    let ours = SideOrder::of(things, |thing| thing.ours);
    let theirs = SideOrder::of(things, |thing| thing.theirs);
    let mut fixed: Vec<usize> =
        (0..things.len()).filter(|at| things[*at].base.is_some() && !ours.moved[*at] && !theirs.moved[*at]).collect();
    fixed.sort_by_key(|at| things[*at].base);
    let mut rank = vec![None; things.len()];
    for (n, at) in fixed.iter().enumerate() {
        rank[*at] = Some(n + 1);
    }
    let (our_gaps, their_gaps) = (ours.gaps(&rank), theirs.gaps(&rank));
    let runs = |line: &SideOrder, gaps: &[usize], by_it: &dyn Fn(usize) -> bool| -> Vec<Vec<usize>> {
        let mut runs = vec![Vec::new(); fixed.len() + 1];
        for at in line.sequence.iter().filter(|at| rank[**at].is_none() && by_it(**at)) {
            runs[gaps[*at]].push(*at);
        }
        runs
    };
    let same_gap = |at: usize| our_gaps[at] == their_gaps[at];
    let by_ours = |at: usize| things[at].ours.is_some() && (ours.moved[at] || things[at].base.is_none());
    let by_theirs = |at: usize| match (things[at].base, things[at].ours) {
        (Some(_), Some(_)) => theirs.moved[at] && (!ours.moved[at] || same_gap(at)),
        (None, Some(_)) => same_gap(at),
        (_, None) => true,
    };
    let (our_runs, their_runs) = (runs(&ours, &our_gaps, &by_ours), runs(&theirs, &their_gaps, &by_theirs));
    let mut order = Vec::with_capacity(things.len());
    for (gap, (our_run, their_run)) in our_runs.iter().zip(&their_runs).enumerate() {
        if gap > 0 {
            order.push(fixed[gap - 1]);
        }
        zip(our_run, their_run, &text, &mut order);
    }
    order
}

/// The order of the elements on one side.
struct SideOrder {
    sequence: Vec<usize>,
    /// Whether this side moved the element.
    moved: Vec<bool>,
}

impl SideOrder {
    fn of(things: &[ThreeWay], position: impl Fn(&ThreeWay) -> Option<usize>) -> Self {
        let mut sequence: Vec<usize> = (0..things.len()).filter(|at| position(&things[*at]).is_some()).collect();
        sequence.sort_by_key(|at| position(&things[*at]));
        let old: Vec<usize> = sequence.iter().copied().filter(|at| things[*at].base.is_some()).collect();
        let mut moved = vec![false; things.len()];
        for at in &old {
            moved[*at] = true;
        }
        for n in longest_increasing(&old.iter().map(|at| things[*at].base.unwrap_or_default()).collect::<Vec<_>>()) {
            moved[old[n]] = false;
        }
        Self { sequence, moved }
    }

    /// Returns, for each element, how many unmoved elements precede it.
    fn gaps(&self, rank: &[Option<usize>]) -> Vec<usize> {
        let mut gaps = vec![0; rank.len()];
        let mut gap = 0;
        for at in &self.sequence {
            gap = rank[*at].unwrap_or(gap);
            gaps[*at] = gap;
        }
        gaps
    }
}

/// Merges what both sides inserted at one position. Common elements appear once and separate the others.
fn zip<'t>(ours: &[usize], theirs: &[usize], text: &impl Fn(usize) -> &'t str, order: &mut Vec<usize>) {
    let (mut from, mut their_from) = (0, 0);
    let mut pieces = Vec::new();
    for (at, thing) in ours.iter().enumerate() {
        if let Some(found) = theirs[their_from..].iter().position(|other| other == thing) {
            pieces.push((&ours[from..at], &theirs[their_from..their_from + found], Some(*thing)));
            (from, their_from) = (at + 1, their_from + found + 1);
        }
    }
    pieces.push((&ours[from..], &theirs[their_from..], None));
    for (our_piece, their_piece, shared) in pieces {
        let words = |piece: &[usize]| piece.iter().map(|at| text(*at)).collect::<Vec<_>>();
        let swap = words(their_piece) < words(our_piece);
        let (first, second) = if swap { (their_piece, our_piece) } else { (our_piece, their_piece) };
        for at in first.iter().chain(second).copied().chain(shared) {
            if !order.contains(&at) {
                order.push(at);
            }
        }
    }
}

/// Returns the indices of a longest increasing subsequence of distinct numbers.
fn longest_increasing(numbers: &[usize]) -> Vec<usize> {
    // For each length, the index of the smallest last element of such a subsequence.
    let mut ends: Vec<usize> = Vec::new();
    let mut before = vec![None; numbers.len()];
    for (at, number) in numbers.iter().enumerate() {
        let length = ends.partition_point(|end| numbers[*end] < *number);
        before[at] = length.checked_sub(1).map(|shorter| ends[shorter]);
        if length == ends.len() {
            ends.push(at);
        } else {
            ends[length] = at;
        }
    }
    let mut longest_increasing: Vec<usize> = std::iter::successors(ends.last().copied(), |at| before[*at]).collect();
    longest_increasing.reverse();
    longest_increasing
}
