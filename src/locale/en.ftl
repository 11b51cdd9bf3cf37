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

