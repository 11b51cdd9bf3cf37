## Formats

weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec
date-long = { $weekday } { $day } { $month } { $year }
span-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
span-weeks = { $count ->
    [one] { $count } week
   *[other] { $count } weeks
}
span-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
span-years = { $count ->
    [one] { $count } year
   *[other] { $count } years
}
list-and = { $most } and { $last }

## What was typed

date-error-empty = A date is expected: 4/3, 04/03/2021, +7, yesterday…
date-error-not-a-date = Not a date: write 4/3, 04/03/2021, 4 March, +7, yesterday, Monday…
date-error-no-such-day = There is no such day: the day comes first, then the month
money-error-empty = An amount is expected: 17500 or 17,500.50
money-error-not-an-amount = Not an amount: write 17500, 17,500.50 or 17.5k
money-error-ambiguous = This could mean two things: write 17500 for thousands, 17.50 for cents
money-error-too-precise = Two decimals at most
money-error-too-large = An amount this large is surely a slip

## Words: records

record-kind-portfolio = portfolio
record-kind-party = party
record-kind-startup = startup
record-kind-convention = convention

kind-partnership = partnership convention
kind-framework = framework convention
kind-amendment = amendment

phase-investigation = investigation
phase-construction = construction
phase-acceleration = acceleration
phase-consolidation = consolidation
phase-operated = operated
phase-transferred = transferred
phase-stopped = stopped
phase-investigation-stopped = stopped in investigation

decision-continue = continue
decision-provisional = continue provisionally
decision-accelerate = accelerate
decision-consolidate = consolidate
decision-transfer = transfer
decision-stop = stop

committee-state-planned = planned
committee-state-held = held
committee-state-cancelled = cancelled

matter-management-report = management report
matter-statement-of-expenditure = statement of expenditure
matter-refund = refund
matter-source-code = source code
matter-statistics-page = statistics page
matter-publication = publication

## Words: answers

kind-standing = standing
kind-once = once
kind-recurring = recurring

occurrence-late = late
occurrence-due-soon = due soon
occurrence-open = open
occurrence-undetermined = undetermined
occurrence-standing = standing
occurrence-done = done

tranche-undetermined = undetermined
tranche-waiting = waiting
tranche-due = due
tranche-called = called
tranche-part-paid = paid in part
tranche-paid = paid
tranche-late = late

convention-status-unsigned = unsigned
convention-status-in-force = in force
convention-status-no-term = no term fixed
convention-status-ending = ending soon
convention-status-ended = ended
convention-status-terminated = terminated

clock-late = late
clock-due-soon = due soon
clock-ok = on time
clock-undetermined = undetermined
clock-none = none

figure-committed = committed
figure-due = due
figure-called = called
figure-received = received
figure-outstanding = outstanding
figure-late = late
figure-ae = AE
figure-cp = CP
figure-left = left
figure-refundable = refundable

unknown-signature = signature date unknown
unknown-term = no term fixed
unknown-spending = hangs on spending
unknown-no-day = no day fixed
unknown-no-startup = no startup named

severity-info = info
severity-warning = warning
severity-error = error

## Findings (rules/check)


## Verbs (edit)


## Repository (store)


## Papers and tables (report)


## Screen: frame, help, status line (ui)


## Screen: Portfolio and startup (ui)


## Screen: Obligations and Findings (ui)


## Screen: forms (ui)

form-title-done = Obligation done
form-title-pay = Payment received
form-title-sign = Signature
form-title-hold = Committee held

form-target-done = Obligation
form-target-pay = Contribution
form-target-sign = Convention
form-target-hold = Startup
form-on-done = Done on
form-on-pay = Received on
form-on-sign = Signed on
form-on-hold = Held on
form-evidence = Evidence
form-amount = Amount
form-reference = Reference
form-decision = Decision
form-envelope = Envelope
form-until = Until
form-decision-none = no decision

form-already-done = Done already on { $on }
form-none-done = Nothing left to do for { $name }
form-none-pay = Nothing left to receive for { $name }
form-none-sign = Nothing left to sign for { $name }
form-none-hold = No startup to hold a committee for: { $name }

form-detail-article = art. { $article }
form-detail-due = due { $date }
form-detail-late = { $days ->
    [one] { $days } day late
   *[other] { $days } days late
}
form-detail-rest = { $rest } of { $amount } still to come
form-detail-decided = decided { $date }
form-detail-last-held = last held { $date }
form-detail-planned = planned { $date }

form-in-the-future = still to come
form-nothing-matches = nothing matches
form-error-nothing = An amount above zero is expected
form-error-ends-before = Before the committee itself
form-error-already-fulfilled = Recorded as done on { $on } already
form-error-already-signed = Signed already on { $on }
form-error-already-held = A committee is recorded on { $on } already
form-error-no-record = There is no { $record }
form-error-no-entry = There is no { $entry } in the record
form-error-would-not-load = The record would no longer load: { $why }
form-error-as-it-stands = The record cannot be changed as it stands: { $why }

form-preview-waiting = The lines that will change show once every field is right
form-preview-reading = Reading the record…
form-commit = Commit
form-saving = Committing…

form-key-enter = Enter
form-key-escape = Esc
form-hint-next = next
form-hint-commit = commit
form-hint-close = close
form-hint-keep = close, keep the draft
form-hint-choose = choose, or type
form-hint-field = field
form-hint-anew = start over
form-hint-anew-draft = drop the draft taken up


## Command line (cli)

error-no-folder = there is no folder { $folder }
error-no-folder-help = name one that holds portfolio.toml, startups, conventions or parties
error-not-a-portfolio = { $folder } holds no records
error-not-a-portfolio-help = a folder of records has portfolio.toml, startups, conventions or parties
error-no-portfolio-here = no records here nor in portfolio/
error-no-portfolio-here-help = go to a folder of records, or name one: couveuse --folder DIR
error-no-command = no command and no folder { $word }
error-no-command-help = couveuse { $command } perhaps?
error-two-folders = the folder is named twice
error-two-folders-help = give FOLDER or --folder DIR, not both
error-folder-exists = { $folder } is there already
error-folder-exists-help = name a folder that is not there yet
error-refused = { $file }: { $why }
error-system = the system refused: { $why }
error-json-needs-command = the screen has no JSON
error-json-needs-command-help = name a command: couveuse list --json
error-no-terminal = the screen needs a terminal
error-no-terminal-help = for text: couveuse list, due, funding, committees or check
error-editor = { $editor } did not end well
error-editor-help = name your editor in $EDITOR
error-date = { $option } { $typed }
error-date-help = { $why }
error-amount = { $option } { $typed }
error-amount-help = { $why }
error-id-empty = an id is expected
error-id = { $typed } cannot be an id
error-id-help = ids are lowercase letters, digits and hyphens: histologe-pau-anct
error-no-pair = { $typed } names no entry of a convention
error-no-pair-help = write CONVENTION/ID: histologe-pau-anct/pau
error-no-check = there is no check { $name }
error-no-check-help = there are: { $known }
error-no-page = there is no command { $word }
error-no-page-help = couveuse --help names them
error-no-id = no record is called { $id }
error-no-id-help = couveuse list names the startups
error-no-id-near = no record is called { $id }
error-no-id-near-help = { $nearest } perhaps?
error-many-ids = several records are called { $id }
error-many-ids-help = write { $known }

error-no-record = there is no { $record }
error-no-record-help = couveuse list names the startups and their conventions
error-no-entry = there is no { $entry }
error-no-entry-help = there is: { $known }
error-no-entry-at-all = there is no { $entry }
error-no-entry-at-all-help = the record has no such entries
error-no-tranche = there is no tranche { $number }
error-no-tranche-help = { $count ->
    [one] the contribution has one
   *[other] the contribution has { $count }
}
error-no-payee = { $contribution } is spent by its contributor itself
error-no-payee-help = nothing is received of it, so no payment can be recorded
error-is-payment = this is the undertaking to pay { $contribution }
error-is-payment-help = record the payment: key p, or couveuse pay
error-is-committee = this is the committee clause
error-is-committee-help = record the meeting: key c, or couveuse hold
error-already-fulfilled = recorded as met on { $on } already
error-already-fulfilled-help = give another day, or undo the first
error-already-signed = signed already on { $on }
error-already-signed-help = to correct the date, open the record in your editor
error-nothing-paid = an amount above zero is expected
error-nothing-paid-help = money given back is a refund, which is written in the record
error-already-held = a committee was held on { $on } already
error-already-held-help = give another day, or open the record in your editor
error-ends-before-it-begins = what is funded would end before the meeting
error-ends-before-it-begins-help = give a day after the meeting
error-would-not-load = the record would no longer load: { $why }
error-would-not-load-help = couveuse check shows what is wrong with it
error-broken-record = the record is not TOML: { $why }
error-broken-record-help = mend it first: couveuse check shows the place
error-no-such-place = { $path } is not there in the file
error-no-such-place-help = the file changed; try again

error-no-repository = the folder is in no git repository
error-no-repository-help = git init makes it one; then commit the records
error-no-identity = git does not know who you are
error-no-identity-help = git config --global user.name "Your Name", and user.email likewise
error-detached-head = HEAD is on no branch
error-detached-head-help = git switch BRANCH, or git switch --create BRANCH
error-no-commit-yet = the repository has no commit yet
error-no-commit-yet-help = commit the records first: git add . and git commit
error-in-progress = a { $what } is under way
error-in-progress-help = finish it or abort it with git; then try again
error-dirty = { $file } has changes of yours that are not committed
error-dirty-help = commit them or put them aside: git commit or git stash
error-untracked = { $file } is not in the repository yet
error-untracked-help = git add it and commit
error-branch-moved = somebody else keeps committing
error-branch-moved-help = try again in a moment
error-locked = { $file } is locked by another git
error-locked-help = wait until it is done; if none runs, remove the lock
error-git-refused = git refused: { $why }
error-git-refused-help = nothing was changed; heed the hook or the signing key, then try again
error-nothing-to-change = the record says so already
error-nothing-to-change-help = nothing was changed
error-nothing-to-undo = no edit is left to take back
error-nothing-to-undo-help = undo takes back what couveuse committed; for more there is git revert
error-already-undone = { $commit } was taken back already
error-already-undone-help = git log shows what there is
error-no-git = the git program is not there
error-no-git-help = this repository has hooks or signs its commits: install git
error-undo-conflict = later changes touch the same lines as { $commit }
error-undo-conflict-help = take the later ones back first, or mend the record in your editor
error-not-ours = { $commit } is no edit of couveuse
error-not-ours-help = for others there is git revert
error-git = git: { $why }
