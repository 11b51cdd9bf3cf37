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
date-error-no-such-month = There is no such month: the year comes first, then the month, then the day
date-error-beyond-month = There is no such day: { $month } has { $days } days
date-error-no-leap-day = { $year } has no 29 February
date-error-far-year = A year between { $first } and { $last } is expected
date-error-other-weekday = That date does not fall on that day of the week
money-error-empty = An amount is expected: 17500 or 17,500.50
money-error-not-an-amount = Not an amount: write 17500, 17,500.50 or 17.5k
money-error-ambiguous = This could mean two things: write 17500 for thousands, 17.50 for cents
money-error-too-precise = Two decimals at most
money-error-too-large = An amount this large is surely a slip
number-error-empty = A number is expected: 130 or 2.5
number-error-not-a-number = Not a number: write 130, 1,250,000 or 2.5
number-error-ambiguous = This could mean two things: write 1250 for thousands, 1.2500 for decimals
span-error-empty = A length of time is expected: 6 months, 2 years
span-error-not-a-span = Not a length of time: write 6 months, 2 years, 10 days
value-error-empty = Nothing is typed
value-error-date = Not a date: write 4/3/2021 or 2021-03-04
value-error-whole = A whole number from { $least } is expected
value-error-whole-between = A whole number from { $least } to { $most } is expected
value-error-yes-no = true or false is expected
value-error-word = One of these is expected: { $known }
value-error-id = An id has lowercase letters, digits and hyphens
value-error-span = A length of time is expected: 6 months
value-error-moment = A date, signature, end, or end + 3 months is expected
value-error-start = A date, signature, or last is expected

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
phase-short-investigation-stopped = inv. stopped
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

paper-call-for-funds = call for funds
paper-statement-of-expenditure = statement of expenditure

share-full-time = full time
share-part-time = part time

## Words: the fields of records

value-about = Subject
value-accountant = Accountant
value-address = Address
value-also = Other names
value-amends = Amends
value-amount = Amount
value-article = Article
value-at = Published at
value-bank = Bank code
value-between = Between
value-bic = BIC
value-branch = Branch code
value-by = By
value-chair = Chair
value-comment = Comment
value-committed = Committed on (AE)
value-committee_before_runout_days = Days from committee to the end of the money
value-committee_every = A committee every
value-conditions = Conditions
value-contribution = Contribution
value-covers = Covers
value-creditor = Creditor
value-currency = Currency
value-debtor = Debtor
value-decided = Decided on
value-decision = Decision
value-detail = Detail
value-domiciliation = Bank branch
value-done = Done on
value-due = Due
value-due_soon_days = Days that are soon
value-efficient = Efficient
value-ending_days = Days before an end
value-envelope = Envelope
value-every = Every
value-evidence = Evidence
value-format = Format
value-former_incubators = Former incubators
value-from = From
value-fund = Fund
value-guests = Guests
value-holder = Holder
value-home = Home party
value-iban = IBAN
value-id = Name here
value-impactful = Impactful
value-incubator = Incubator
value-key = Key
value-kind = Kind
value-lasts = Lasts
value-mission = Mission
value-months = Months
value-name = Name
value-needs = Papers needed
value-number = Account number
value-on = On
value-organiser = Organiser
value-owner = Who
value-paid = Paid on (CP)
value-papers_days = Days before for papers
value-parties = Parties
value-party = Party
value-payment_days = Days to pay
value-phase = Phase
value-programme = Programme
value-promotion = Promotion
value-reason = Reason
value-reference = Reference
value-repeals = Repeals
value-repository = Source code
value-share = How much
value-signed = Signed on
value-siren = SIREN
value-site = Site
value-source = Source
value-spent = Spending reached
value-sponsors = Sponsors
value-standing = Standing
value-startup = Startup
value-startups = Startups
value-state = State
value-statistics = Statistics page
value-text = Text
value-title = Title
value-to = To
value-tranche = Tranche
value-unit = Unit
value-until = Until
value-usable = Usable
value-used = Used
value-useful = Useful
value-value = Value
value-what = What
value-when = When
value-with = With

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
tranche-short-part-paid = in part
tranche-paid = paid
tranche-late = late

convention-status-unsigned = unsigned
convention-status-in-force = in force
convention-status-no-term = no end date
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
figure-undetermined = undated
figure-called = called
figure-received = received
figure-outstanding = outstanding
figure-late = late
figure-ae = AE
figure-cp = CP
figure-left = left
figure-refundable = refundable

unknown-signature = signature date unknown
unknown-term = no end date
unknown-spending = depends on spending
unknown-no-day = no day fixed
unknown-no-startup = no startup named
unknown-unreadable = a record cannot be read

severity-info = info
severity-warning = warning
severity-error = error

## Findings (rules/check)

finding-account-check-digits-iban = the IBAN { $iban } fails its check digits
finding-account-check-digits-iban-help = ask its holder for bank details; what was printed stays as it is until then
finding-account-check-digits-iban-by-rib = the IBAN { $iban } fails its check digits
finding-account-check-digits-iban-by-rib-help = the RIB printed beside it is sound and gives { $implied }: have its holder confirm it
finding-account-check-digits-iban-by-rib-whole = the IBAN { $iban } fails its check digits, and the bank code of the RIB ({ $bank }) is one digit short
finding-account-check-digits-iban-by-rib-whole-help = with the bank code { $whole } the key { $key } of the RIB fits, and the IBAN would be { $implied }: have its holder confirm it
finding-account-check-digits-not-the-rib = the IBAN { $iban } and the RIB printed together are not the same account
finding-account-check-digits-not-the-rib-help = the RIB gives { $implied }: ask its holder which is right
finding-account-check-digits-rib-bank = the bank code { $bank } is one digit short
finding-account-check-digits-rib-bank-help = with { $whole } the key { $key } fits: have its holder confirm it
finding-account-check-digits-rib-key = the RIB key { $key } is wrong for this account
finding-account-check-digits-rib-key-help = the rest of the RIB asks for { $expected }: a digit may have been miscopied, here or in the document
finding-account-check-digits-rib-part = the { $part ->
    [bank] bank code
    [branch] branch code
    [number] account number
   *[key] key
} of this RIB, “{ $written }”, does not have { $length } characters
finding-account-check-digits-rib-part-help = compare it with the document; leading zeros count
finding-account-differs = this account is none of those known for { $name }
finding-account-differs-help = compare it with the document and with parties/{ $party }.toml; if it is right, add it to the party
finding-bad-file-name = the file name “{ $name }” is not an id
finding-bad-file-name-help = rename it with unaccented lowercase letters, digits and hyphens: au-compost-mitoyen.toml
finding-co-funder-not-sponsor = { $party } funds { $startup } but is not among its sponsors
finding-co-funder-not-sponsor-help = the convention { $convention } holds its contribution: add { $id } to the sponsors, here and in the public record
finding-committee-late = the committee of { $startup } is { $days ->
    [one] { $days } day
   *[other] { $days } days
} late
finding-committee-late-help = it was due on { $due } and none is planned: set a day, or write down the one that was held
finding-committee-late-planned = the committee of { $startup } is { $days ->
    [one] { $days } day
   *[other] { $days } days
} late
finding-committee-late-planned-help = it was due on { $due } and is planned for { $planned }
finding-committee-without-decision = the committee of { $startup } of { $on } has no decision
finding-committee-without-decision-help = write down what was decided (decision = "continue", "provisional", "stop"…), or call it again
finding-conflicting-keys = only one of { $keys } can stand here
finding-conflicting-keys-help = keep the one that the document says and take the others out
finding-dates-out-of-order-decided = signed on { $later }, before it was decided on { $earlier }
finding-dates-out-of-order-decided-help = check `decided` and `signed` against the document
finding-dates-out-of-order-amendment = amendment signed on { $later }, before the convention that it changes ({ $earlier })
finding-dates-out-of-order-amendment-help = check the day of signature of both
finding-dates-out-of-order-term = the convention ends on { $later }, before its signature on { $earlier }
finding-dates-out-of-order-term-help = check `term.until` and `signed` against the document
finding-dates-out-of-order-terminated = terminated on { $later }, before its signature on { $earlier }
finding-dates-out-of-order-terminated-help = check `terminated.on` and `signed`
finding-dates-out-of-order-fulfilled = met on { $later }, before the convention was signed on { $earlier }
finding-dates-out-of-order-fulfilled-help = check this day, or that of the signature
finding-dates-out-of-order-service = service done on { $later }, before it was committed on { $earlier }
finding-dates-out-of-order-service-help = check `done` and `committed` of this line of spending
finding-dates-out-of-order-paid = paid on { $later }, before it was committed on { $earlier }
finding-dates-out-of-order-paid-help = check `paid` and `committed` of this line of spending
finding-dates-out-of-order-until = the committee of { $earlier } funds until { $later }, which is before it
finding-dates-out-of-order-until-help = check `until` against its minutes
finding-duplicate-id = several files have the same id: { $files }
finding-duplicate-id-help = rename or merge: one id, one file
finding-duplicate-id-entry = “{ $id }” is the id of two entries of this list
finding-duplicate-id-entry-help = give each its own: payments and evidence could not tell which they speak of
finding-fact-in-the-future = { $what ->
    [signed] signed
    [held] committee held
    [fulfilled] obligation met
    [called] money called
    [refunded] money given back
    [done] done
   *[paid] paid
} on { $on }, a day that lies ahead
finding-fact-in-the-future-help = mend the day (most often the month or the year); what is planned and not done yet is not written down like this
finding-float-amount = { $written } is a floating-point number, which does not hold cents exactly
finding-float-amount-help = write a whole number (17500) or a quoted decimal ("17500.50")
finding-format-too-new = record of format { $found }; this program reads up to format { $known }
finding-format-too-new-help = update couveuse: what it does not know is not counted
finding-management-report-late = { $of }: management report { $days ->
    [one] { $days } day
   *[other] { $days } days
} late
finding-management-report-late-help = { $obligation } was due on { $due }: send it, then couveuse done { $convention }/{ $obligation } --evidence …
finding-missing-key = `{ $key }` is missing
finding-missing-key-help = add { $key } = …; couveuse schema tells which keys are needed
finding-money-before-signature-call = called on { $on }, before the convention was signed on { $signed }
finding-money-before-signature-call-help = check `on` of this call and `signed` of the convention; if money was asked for in advance, its due date is still that of the convention
finding-money-before-signature-payment = paid on { $on }, before the convention was signed on { $signed }
finding-money-before-signature-payment-help = check `on` of this payment and `signed` of the convention; it may belong to an earlier convention
finding-obligation-without-article = the obligation { $obligation } does not say which article it comes from
finding-obligation-without-article-help = add article = "…", so that anybody can find it in the document
finding-payment-without-contribution = the convention has no contribution “{ $contribution }”
finding-payment-without-contribution-help = { $count ->
    [0] it has no contribution at all
   *[other] it has: { $known }
}
finding-payment-without-contribution-near = the convention has no contribution “{ $contribution }”
finding-payment-without-contribution-near-help = did you mean “{ $nearest }”?
finding-payment-without-contribution-tranche = the contribution { $contribution } has no tranche { $number }
finding-payment-without-contribution-tranche-help = { $count ->
    [one] it has only one: 1
   *[other] they go from 1 to { $count }
}
finding-phases-order = this phase begins on { $from }, before the one above it ({ $before })
finding-phases-order-help = check the day, or put the phases in order
finding-phases-order-future = this phase begins on { $from }, which lies ahead
finding-phases-order-future-help = until then the one before counts; mend the year if it is a slip
finding-received-more-than-promised = contribution { $contribution }: { $received } received of { $promised } promised
finding-received-more-than-promised-help = { $over } too much: a payment written down twice, or one for another contribution; take it out, or give it back and write it under [[refunds]]
finding-signature-missing = { $of }: no day of signature; { $count ->
    [0] a period depends
    [one] one due date depends
   *[other] { $count } due dates depend
} on it
finding-signature-missing-help = { $things ->
    [one] this waits
   *[other] these wait
} for it: { $blocks }; once the dated copy is found: couveuse sign { $convention } --on DATE
finding-signature-missing-alone = { $of }: no day of signature
finding-signature-missing-alone-help = once the dated copy is found: couveuse sign { $convention } --on DATE
finding-statistics-page-absent = { $startup } has no statistics page although one was promised
finding-statistics-page-absent-help = the convention { $convention } asks for it{ $article ->
    [none] { "" }
   *[other] { "" } (article { $article })
}: publish it, then write statistics = "https://…"
finding-statistics-page-absent-unknown = nothing says that { $startup } has a statistics page although one was promised
finding-statistics-page-absent-unknown-help = the convention { $convention } asks for it{ $article ->
    [none] { "" }
   *[other] { "" } (article { $article })
}: write statistics = "https://…", or statistics = false
finding-stopped-with-money = { $startup } was stopped on { $from } and { $amount } are still to be given back
finding-stopped-with-money-help = give it back, then write it under [[refunds]] of the convention; couveuse show { $id } tells where the sum comes from
finding-syntax = this is not TOML: { $words }
finding-syntax-help = what can be read around this line is counted, and figures may be incomplete until it is mended
finding-term-missing = { $of }: no term is fixed, and { $count ->
    [one] one due date depends
   *[other] { $count } due dates depend
} on it
finding-term-missing-help = { $count ->
    [one] this waits
   *[other] these wait
} for it: { $blocks }; if the document or an amendment fixes one: term = {"{"} months = 12, article = "…" {"}"}
finding-tranches-sum = the tranches of { $contribution } add up to { $sum }, the contribution is { $amount }
finding-tranches-sum-help = compare both with the document; if it contradicts itself, say so in a comment and take the total
finding-unknown-key = unknown key: `{ $key }`
finding-unknown-key-help = what it says is not read; couveuse schema tells which keys there are
finding-unknown-key-near = unknown key: `{ $key }`
finding-unknown-key-near-help = did you mean `{ $nearest }`?
finding-unknown-reference = the { $kind } “{ $id }” has no record
finding-unknown-reference-help = make { $file }, or mend the id
finding-unknown-reference-near = the { $kind } “{ $id }” has no record
finding-unknown-reference-near-help = did you mean “{ $nearest }”? otherwise make { $file }
finding-unknown-reference-repeal = { $convention } has no obligation “{ $id }” to take out
finding-unknown-reference-repeal-help = `repeals` names obligations of the amended convention, by their ids
finding-unknown-value = “{ $value }” is not a known value
finding-unknown-value-help = known values: { $allowed }
finding-unknown-value-near = “{ $value }” is not a known value
finding-unknown-value-near-help = did you mean “{ $nearest }”? known values: { $allowed }
finding-unreadable-file-not-utf8 = this file is not UTF-8 text
finding-unreadable-file-not-utf8-help = save it as UTF-8; nothing of it is read until then
finding-unreadable-file-too-large = this file is too large for a record: { $megabytes } MB
finding-unreadable-file-too-large-help = a record is a few kilobytes: move it out of the folder
finding-unreadable-file-not-a-file = this is not a file
finding-unreadable-file-not-a-file-help = a record is a plain .toml file: move this or rename it
finding-unreadable-file-link-out = this link leads out of the folder and is not followed
finding-unreadable-file-link-out-help = put the record itself into the folder
finding-unreadable-file-link-nowhere = this link leads nowhere
finding-unreadable-file-link-nowhere-help = let it lead to a file of the folder, put the record itself here, or remove it
finding-unreadable-file-empty = this file is empty
finding-unreadable-file-empty-help = write the record into it, or remove it
finding-unreadable-file-too-deep = lists or tables nested far too deep
finding-unreadable-file-too-deep-help = a record has only a few levels: look for what was repeated
finding-unreadable-file-refused = this file cannot be read: { $words }
finding-unreadable-file-refused-help = check your permissions on the file and its folder
finding-unsigned-amendment = { $of }: amendment without a day of signature, so it changes nothing yet
finding-unsigned-amendment-help = when all have signed it, write signed = YYYY-MM-DD
finding-wrong-type = `{ $found }` is not { $expected ->
    [amount] an amount (17500 or "17500.50")
    [count] a whole number
    [date] a date without quotes (2021-03-04)
    [decimal] a number
    [format] a format number
    [id] an id (lowercase letters, digits, hyphens)
    [list] a list
    [moment] a moment ("signature + 6 months", "end" or a date)
    [number] a whole number above zero
    [score] a mark from 0 to 4
    [span] a length of time ("6 months")
    [start] a starting point ("signature", "last" or a date)
    [statistics] true, false or an address
    [table] a table
    [text] a quoted text
    [trigger] a trigger ("signature", a date, or a threshold of spending)
    [word] a quoted word
    [yes-no] true or false
   *[other] { $expected }
}
finding-wrong-type-help = write the value in this form; couveuse schema gives that of each key

check-account-check-digits-page =
    The check digits of a bank account are wrong: the IBAN's (ISO 13616) or the key of the French RIB, as the document prints it.
    No bank would take a transfer to this account; a refund sent there would bounce.
    Where a RIB and an IBAN are printed side by side and one of them holds, the finding says what it gives for the other.

    To mend: ask the holder for bank details. The record keeps what is printed: it is mended when the document is, by an
    amendment or a new edition of the convention.

    Example: the IBAN below has a 0 where the account number has a C.

    {"    ["}accounts.refund]
        number = "C6410000000"
        iban   = "FR57 3000 1006 2206 4100 0000 087"
check-account-differs-page =
    The convention prints for a party an account that is none of those in the party's own record.
    It is a slip of the pen, an account that has changed since, or a fraud: look into it before paying.

    To mend: compare it with the document, then with the party itself by another channel. If the account is right, add it under
    {"["}[accounts]] in the party's record.

    Example:

        # conventions/comobi-ademe-anct.toml
    {"    ["}accounts.payment]
        party  = "anct"
        number = "00001020149"      # parties/anct.toml says 00001020148
check-bad-file-name-page =
    The id of a record is the name of its file, and others speak of it by that. This name cannot be one.
    So the record is not read: neither its money nor its obligations are counted.

    To mend: rename the file with unaccented lowercase letters, digits and hyphens, beginning with a letter or a digit.

    Example:

        git mv "startups/Au compost mitoyen.toml" startups/au-compost-mitoyen.toml
check-co-funder-not-sponsor-page =
    A party puts money into the startup by a convention, but the record names it neither among the sponsors nor as an incubator,
    present or past. The public record then passes over a funder, who is not invited where its money is discussed.

    To mend: add the party to the sponsors, here and in the public record; or mend the contribution if it is another's.

    Example:

        sponsors = ["dinum", "pau"]
check-committee-late-page =
    The startup's next committee was due before this day and none has been held since.
    The due date comes from the convention (every six months, often counted from the signature), else from the incubator's habit
    (committee_every in portfolio.toml), or from the day the money runs out where that comes first. A missed date does not slide.

    To mend: set a day, or write down the committee that was held. One meeting counts for all the conventions of the startup.

    Example:

        couveuse hold histologe --on 2021-03-04 --decision continue
check-committee-without-decision-page =
    A committee was held and nothing says what it decided. It is the failure that the network's handbook names first: the team
    does not know whether it goes on, nor on what budget, and orders wait.

    To mend: write down the decision, or call the committee again. A provisional one for a month or two is a decision.

    Example:

    {"    ["}[committees]]
        on       = 2021-03-04
        state    = "held"
        decision = "provisional"
        until    = 2021-05-04
check-conflicting-keys-page =
    Keys of one table exclude each other: an obligation is either standing, due once or recurring; a term is a number of months,
    a day or words. What contradicts itself counts as unknown; everything else in the record counts.

    To mend: keep the key that the document warrants.

    Example:

        term = {"{"} months = 12, article = "7.1" {"}"}
check-dates-out-of-order-page =
    Two dates of a record are in an impossible order: decided after it was signed, ended or terminated before, an obligation
    met before the convention existed, spending paid before it was committed, a committee that funds until a day before it.
    One of the two is wrong, and with it the due dates and sums that come from it.

    To mend: compare both with their documents. Most often it is the year, in January.

    Example:

        decided = 2020-09-11
        signed  = 2020-01-08        # surely 2021
check-duplicate-id-page =
    Two files of one kind have the same name (in different folders), or two entries of a list the same id.
    A payment, a piece of evidence or another record that names it cannot say which; only one of the two is counted.

    To mend: merge them if they are the same thing, rename one of them otherwise.

    Example:

    {"    ["}[contributions]]
        id = "pau"
    {"    ["}[contributions]]
        id = "pau"                  # "pau-2021"
check-fact-in-the-future-page =
    A signature, a committee held, an obligation met or money paid has a day that has not come. Nobody has done that yet: the day
    is wrong, or the fact is only a plan. Until then it does not count, and nobody sees it.

    To mend: mend the day. A committee to come is written state = "planned"; for all else, wait until it is done.

    Example:

    {"    ["}[committees]]
        on    = 2021-03-04
        state = "planned"           # and not "held" before that day
check-float-amount-page =
    An amount is written with a point and without quotes. A computer holds such a number only approximately: 0.10 + 0.20 is not
    0.30 there. No amount is read that way.

    To mend: a whole number of euros, or a quoted decimal.

    Example:

        amount = 17500
        amount = "17500.50"
check-format-too-new-page =
    The record says format = N, and this program does not know that format yet: it might take one thing for another.

    To mend: update couveuse. If there is no newer version, it is a typing slip: take the line out.

    Example:

        format = 1
check-management-report-late-page =
    A party owed a management report (spending in AE and CP) at the end of the convention, and nothing shows that it was sent.
    Without it nobody can say what is to be given back.

    To mend: send it, then write down the day and what shows it.

    Example:

        couveuse done poubelles-battle-pau-dinum/management-report --on 2021-06-15 --evidence "mail of 15 June"
check-missing-key-page =
    A record, or an entry of one of its lists, lacks a key that it cannot do without. It is not counted without it; the other
    entries are.

    To mend: add the key. couveuse schema convention tells which are needed, and your editor completes them.

    Example:

    {"    ["}[payments]]
        on           = 2021-03-04
        amount       = 17500
        contribution = "pau"
check-money-before-signature-page =
    Money was paid or called before the day the convention was signed: nothing bound anybody to it yet. It is a slip of the date, a
    payment under an earlier convention, or an advance that an accountant will want explained.

    To mend: compare the day with the bank statement, and the signature with the copy. If both are right, say so in `reference`;
    the finding stays, as a thing to know.

    Example:

        signed = 2020-02-20
    {"    ["}[payments]]
        on = 2019-12-31             # 2020, most likely
check-obligation-without-article-page =
    An obligation does not say which article of the document it stands on. Nothing is wrong with it, but whoever is reminded of it
    will ask where it is written.

    To mend: add the article. If it is an annex or the preamble, name that.

    Example:

    {"    ["}[obligations]]
        id      = "statistics-page"
        article = "2"
check-payment-without-contribution-page =
    A payment, a call for funds, a refund or a line of spending names a contribution, or a tranche, that the convention does not
    have. That money is counted nowhere.

    To mend: name the id of one of its contributions; tranches are counted from 1, in the order of the document.

    Example:

    {"    ["}[contributions]]
        id = "pau"
    {"    ["}[payments]]
        contribution = "pau"
        tranche      = 1
check-phases-order-page =
    The phases of a startup are added one after another. This one begins before the one above it, or in the future.
    The phase of a day is the latest begun by then: a wrong date shows the startup where it is not.

    To mend: mend the day or the order. A phase decided and not begun is allowed; it will count when its day has come.

    Example:

    {"    ["}[phases]]
        phase = "construction"
        from  = 2020-02-01
    {"    ["}[phases]]
        phase = "acceleration"
        from  = 2020-07-01
check-received-more-than-promised-page =
    More was received for a contribution than the convention promises. Most often a payment was written down twice, or belongs to
    another contribution, and `received` is wrong wherever it is added up.

    To mend: compare the payments with the bank statement. What really came in over is given back, and written under {"[["}refunds]].

    Example:

    {"    ["}[payments]]                  # the same transfer twice: take one out
        on           = 2021-03-04
        amount       = 17500
        contribution = "pau"
check-signature-missing-page =
    The copy of the convention bears no day of signature. It is never guessed: all that runs from it (payments, committee,
    obligations, term) stays undetermined, and the finding names it.

    To mend: find the dated copy. The day that counts is that of the last signature, and not that of the vote that allows it
    (decided).

    Example:

        couveuse sign histologe-pau-anct --on 2020-10-02
check-statistics-page-absent-page =
    A convention promises a public page of statistics, and the startup's record says that there is none, or says nothing.
    It shows funders and the public what the money achieves. A stopped startup is not expected to have one.

    To mend: publish the page and write down its address. If there is one and no address to give, statistics = true will do.

    Example:

        statistics = "https://signal-logement.beta.gouv.fr/stats"
check-stopped-with-money-page =
    The startup was stopped, and money that came in was neither spent nor given back. The conventions have it given back.
    The sum is: received, less spending paid (CP), less refunds.

    To mend: write down the spending that is missing, give back the rest, and write down the refund.

    Example:

    {"    ["}[refunds]]
        on           = 2021-12-15
        amount       = 4200
        contribution = "pau"
check-syntax-page =
    The file is not TOML from this place on: a quote not closed, a key twice, an = forgotten, a conflict mark of git.
    What can be read around it is counted, but figures may be incomplete: the record is marked, and every answer says so.

    To mend: mend the line shown; the fault is sometimes at the end of the one before. E opens it in your editor.

    Example:

        name = "Histologe           # the closing quote is missing
check-term-missing-page =
    The convention fixes no term, and yet something is due at its end: a management report, a refund.
    These due dates stay undetermined: nobody can say that they are late.

    To mend: look for the term in the document (often article 7) or fix one by an amendment. One described without a day is
    written down too: term = {"{"} covers = "…" {"}"}.

    Example:

        term = {"{"} months = 12, article = "7.1" {"}"}
check-tranches-sum-page =
    The tranches of a contribution do not make its amount. What is promised and what will come due contradict each other.

    To mend: compare them with the schedule of the document. A contribution paid at once has one tranche, of the whole amount.

    Example:

    {"    ["}[contributions]]
        amount = 1600000
    {"    ["}[contributions.tranches]]
        amount = 800000
    {"    ["}[contributions.tranches]]
        amount = 800000
check-unknown-key-page =
    A key is none of those that the format knows: most often a typing slip. What it says is not read, and a payment can go missing
    unnoticed.

    To mend: take the key proposed. What has no key goes into a note, or a comment (# …).

    Example:

        signd = 2020-10-02          # signed
check-unknown-reference-page =
    A record names a party, a startup or a convention that has no record of its own; or an amendment takes out an obligation that is
    not there. What is named so is missing from sums and lists.

    To mend: mend the id, or make the record: a name is enough.

    Example:

        # parties/dgaln.toml
        name = "Direction générale de l’aménagement, du logement et de la nature"
check-unknown-value-page =
    A key that allows only a few words has another. The words of the records are English, whatever the language of the screen.

    To mend: take one of those that the finding lists.

    Example:

        phase = "construction"      # and not "building"
check-unreadable-file-page =
    Nothing can be read of this file: it is not UTF-8 text, it is empty, far too large, no file at all, or a link that leads
    nowhere or out of the folder. It is listed and marked; all other records work.

    To mend: save it as UTF-8, put the record in place of the link, or move out of the folder what is no record.

    Example:

        iconv -f latin1 -t utf-8 old.toml > startups/histologe.toml
check-unsigned-amendment-page =
    An amendment has effect only when dated and signed: the conventions all say so. Without a day of signature this one changes
    neither the sums nor the due dates of the convention that it amends.

    To mend: have it signed, then write down the day of the last signature.

    Example:

        kind   = "amendment"
        amends = "comobi-ademe-anct"
        signed = 2021-01-15
check-wrong-type-page =
    A value has not the type or form that its key takes. The entry that it is in is not counted; the others are.

    To mend: dates are written without quotes (2021-03-04), amounts as whole numbers or quoted, lengths of time in English
    ("6 months").

    Example:

        signed = 2020-10-02         # and not "2 October 2020"

## Verbs (edit)


## Repository (store)


## Papers and tables (report)

check-errors = { $count ->
    [one] { $count } error
   *[other] { $count } errors
}
check-warnings = { $count ->
    [one] { $count } warning
   *[other] { $count } warnings
}
check-infos = { $count ->
    [one] { $count } note
   *[other] { $count } notes
}
check-nothing = Nothing found.
check-help = help
what-committee = Hold the committee of { $startup }
what-committee-of-each = Hold the committee of each team
what-payment = Pay { $amount } (contribution { $contribution }, tranche { $tranche })
what-payment-done = Pay the contribution { $contribution }, tranche { $tranche }
amendment-title = Amendment no. { $number } to the convention “{ $title }”
report-column-startup = startup
report-column-phase = phase
report-column-obligations-late = late
report-column-obligations-undetermined = undetermined
report-column-payments-late = payments late
report-column-committee = committee
report-column-convention = convention
report-column-state = state
report-column-due = due
report-column-days-late = late by
report-column-debtor = debtor
report-column-creditor = creditor
report-column-what = what
report-column-obligation = obligation
report-column-article = article
report-column-framework = framework
report-column-contributor = contributor
report-column-last-held = last held
report-column-planned = planned
report-column-runs-out = money until
report-column-id = id
report-column-also = also
report-column-mission = mission
report-column-incubator = incubator
report-column-former-incubators = former incubators
report-column-sponsors = sponsors
report-column-site = site
report-column-statistics = statistics
report-column-repository = source code
report-column-from = since
report-column-comment = remark
report-column-status = status
report-column-signed = signed on
report-column-ends = ends on
report-column-parties = parties
report-column-on = date
report-column-decision = decision
report-column-envelope = envelope
report-column-until = until
report-column-done = done on
report-column-owner = who
report-column-value = value
report-column-unit = unit
report-column-indicator = indicator
report-column-note = note
report-column-source = source
report-column-kind = kind
report-column-amends = amends
report-column-amendments = amendments
report-column-startups = startups
report-column-reference = reference
report-column-decided = decided on
report-column-term = term
report-column-contribution = contribution
report-column-tranche = tranche
report-column-amount = amount
report-column-paid = paid
report-column-spending = spent
report-column-papers = papers missing
report-column-from-party = from
report-column-share = share of time
report-column-lasts = for
report-column-movement = movement
report-column-siren = SIREN
report-column-address = address
report-column-conventions = conventions
report-column-holder = holder
report-column-rib = RIB
report-column-iban = IBAN
report-column-bic = BIC
report-column-home = kept by
report-column-frameworks = frameworks
report-column-repeals = takes out
report-column-payment-days = a payment is late after
report-column-ending-days = a convention ends soon within
report-column-due-soon-days = something is due soon within
report-column-committee-every = a committee is held every
report-column-committee-before-runout = and before the money runs out by
report-column-papers-days = its papers come before it by
report-section-accounts = Accounts
report-section-actions = Actions
report-section-committee-clock = Next committee
report-section-committees = Committees
report-section-contributions = Contributions
report-section-conventions = Conventions
report-section-findings = Findings
report-section-funding = Funding
report-section-habits = Habits
report-section-indicators = Indicators
report-section-movements = Movements
report-section-notes = Notes
report-section-obligations = Obligations
report-section-owed = Owed to it
report-section-owes = What it owes
report-section-phases = Phases
report-section-resources = Means in kind
report-section-tranches = Tranches
movement-call = call for funds
movement-payment = payment
movement-spent = spending paid
movement-done = service done
movement-committed = spending committed
movement-refund = refund
contribution-tranche = { $contribution }, tranche { $number }
report-as-of = As of { $date }.
report-unread = { $count ->
    [one] 1 record could not be read in full
   *[other] { $count } records could not be read in full
}: figures are incomplete – couveuse check
report-row-incomplete = incomplete
report-row-unreadable = unreadable
report-ahead = (to come)
report-cannot-be-read = This record cannot be read; everything else works.
report-term-in-words = { $convention }, term: { $words }
report-days = { $count } d
report-no-startups = No startups.
report-nothing-due = Nothing is due.
report-no-commit = No commit touched these records.
report-no-commit-until = No commit touched these records by { $until }.
report-no-commit-since = No commit touched these records since { $since }.
report-no-commit-between = No commit touched these records from { $since } to { $until }.
report-no-commit-filtered = The filter lets no commit through.
report-column-commit = commit
report-column-date = date
report-column-time = time
report-column-author = who
report-column-verb = edit
report-column-change = change
report-column-records = records
report-no-committees = No committee is due.
report-total = Total
report-yes = yes
report-no = no

## Filter (report)

filter-key-state = state
filter-key-due = due
filter-key-owes = owes
filter-key-to = to
filter-key-party = party
filter-key-startup = startup
filter-key-convention = convention
filter-key-incubator = incubator
filter-key-phase = phase
filter-key-committee = committee
filter-key-status = status
filter-key-kind = kind
filter-key-verb = verb edit
filter-key-article = article
filter-key-amount = amount
filter-key-severity = severity
filter-key-check = check
filter-key-record = record
filter-key-author = author
filter-key-on = on
filter-word-late = late
filter-word-done = done
filter-word-soon = soon
filter-word-unsigned = unsigned
filter-kind-committee = committee
filter-kind-payment = payment
filter-about-late = what is late
filter-about-done = what is done; -done for the rest
filter-about-soon = what is due soon
filter-about-unsigned = whose convention is not signed
filter-about-state = where it stands: late, done, undetermined…
filter-about-due = by when: <30d, 2021-03, >=1/3/2021
filter-about-owes = who must do it, or pay
filter-about-to = to whom
filter-about-party = any party concerned
filter-about-startup = a startup
filter-about-convention = a convention
filter-about-incubator = the incubator that follows it
filter-about-phase = the phase of the startup
filter-about-committee = where its committee stands: late…
filter-about-status = where the convention stands: unsigned…
filter-about-kind = what sort of thing
filter-about-verb = what a commit did: payment, signature…
filter-about-article = the article
filter-about-amount = how much: >=20000, 10k..20k
filter-about-severity = how bad it is
filter-about-check = which check found it
filter-about-record = the record that says it
filter-about-author = who wrote it
filter-about-on = on which day: 2021-03, >=1/3/2021
filter-examples-days = <30d before 30 days from now; 30d within 30 days; <today before today; >=today from today on; -1m within the last month
filter-examples-amount = >=20000 20,000 or more; <5k less than 5,000; 10k..20k from 10,000 to 20,000
filter-examples = -done = not done; owes:pau,anct = one or the other; owes:pau late = both; "late" = the text, and not what is late
filter-no-key = { $typed }: is no word of the filter; quote it to look for it
filter-no-key-near = { $typed }: is no word of the filter; did you mean { $nearest }:?
filter-no-one = { $key }: nothing is called { $typed }
filter-no-one-near = { $key }: nothing is called { $typed }; did you mean { $nearest }?
filter-no-day = { $key }: { $typed } is no day; write <30d, 2021-03 or >=1/3/2021
filter-no-value = { $key }: { $about }
filter-not-here = { $key }: no row here has one

## Screen: frame, help, status line (ui)

screen-portfolio = Portfolio
screen-obligations = Obligations
screen-funding = Funding
screen-committees = Committees
screen-findings = Findings
screen-history = History
as-of = as of
as-of-today = today
as-of-title = Answer as of…
reading = Reading the folder…
busy-reading = Reading…
busy-saving = Committing…
busy-undoing = Taking back…
busy-redoing = Making it again…
hand-edit-title = Written by hand
hand-edit-ways = { $accept } commits it, { $back } leaves it in the file, { $edit } goes back to the editor.
hand-edit-way-back = { $edit } goes back to the editor, at that line.
hand-edit-waits = { $record } holds { $count ->
    [one] a changed line
   *[other] { $count } changed lines
  } that git does not have yet
hand-edit-broken = what { $record } holds now cannot be committed
in-the-way-title = Lines of yours are not committed
in-the-way-edit = What you typed comes beside them:
in-the-way-ways = { $both } commits both together, { $mine } commits what you typed alone and leaves the lines in the file as they are, { $back } goes back to the form.
outdated-title = It is no longer what you saw
outdated-changed = somebody gave it another value since you looked
outdated-gone = somebody took it out since you looked
outdated-was = You saw
outdated-now = It is now
outdated-meant = Yours
outdated-ways = { $keep } writes yours over it, { $drop } leaves it and drops yours, { $back } goes back to the form.
outdated-ways-gone = { $drop } drops what you typed, { $back } goes back to the form.
outdated-dropped = what you typed was dropped; the record stays as it is
sync-box-title = Sync
sync-box-fetching = fetch what others did
sync-box-merging = bring both sides together
sync-box-pushing = send what is yours
sync-box-again = others were faster: once more
sync-box-stopping = stopping…
sync-box-way-out = { $stop } stops it; what is committed here stays.
sync-box-nothing = both sides have the same
sync-box-received = { $count ->
    [one] one commit came
   *[other] { $count } commits came
}
sync-box-sent = { $count ->
    [one] one commit went
   *[other] { $count } commits went
}
sync-box-merged = both sides were brought together by a commit of its own
sync-box-records = { $count ->
    [one] One record changed here
   *[other] { $count } records changed here
}
busy-syncing = syncing…
asked-title = Which one stands?
asked-which = { $count ->
    [one] two people set the same to two values
   *[other] question { $number } of { $count }: two people set the same to two values
}
asked-was = it was
asked-ours = here
asked-theirs = there
asked-ways = Nothing is written before all is answered; { $back } leaves everything as it was.
asked-answered = { $accept } goes on with these answers; { $back } leaves everything as it was.
asked-number = { $number }/{ $count }
asked-ways-brief = { $back } leaves all as it was.
asked-answered-brief = { $accept } goes on, { $back } gives up.
asked-left = Nothing was changed: the sync was left. { $sync } takes it up again
refused-title = The commit was refused
refused-said = this is what was said:
refused-way-back = { $back } goes back to the form, with all that you typed.
refused-close = { $back } closes this.
field-all = The whole record
uncommitted = changed by hand, not committed
uncommitted-records = changed by hand, not committed: { $records }
uncommitted-count = { $count ->
    [one] one record not committed
   *[other] { $count } records not committed
}
counting = counting… { $read } / { $total }
matching = { $count } of { $total }
arrange-title = Sort and columns
arrange-stays = this column stays: it tells the rows apart
column-bar-name = Part that came in
marked = { $count } marked
marked-hidden = (the filter hides { $count })
failed-title = Nothing was changed
unsent-title = Nothing was sent
failed-foot = any key to go on
picker-palette = Actions
picker-finder = Go to…
picker-count = { $count } found
picker-nothing-to-do = nothing to do here
why-not-undo-this = this commit is no edit of couveuse that can be taken back
why-nothing-selected = nothing is selected
why-empty-list = the list is empty
why-nothing-looked-for = nothing was looked for here
why-not-back = this is the screen itself, with no filter and no mark
picker-nothing-found = Nothing is called that.
kind-screen = screen
kind-action = action
kind-obligation = obligation
configuration-title = Configuration
configuration-sound = All of it is understood.
drafts-kept = { $count ->
    [one] What you typed last time is still there: { $what } – { $keys } goes on with it
   *[other] { $count } drafts are still there, first { $what } – { $keys } goes on with them
}
drafts-none = no draft waits
drafts-unknown = this draft is of another version of the program; it is kept
drafts-broken = A file of drafts cannot be read; it was put aside: { $file }
configuration-problems = { $count ->
    [one] One thing in the configuration is wrong; the rest holds. { $keys } shows it
   *[other] { $count } things in the configuration are wrong; the rest holds. { $keys } shows them
}
help-title = Keys
help-writing = Writing a fact down
help-finding = Finding and understanding
help-moving = Moving
help-screens = Screens
help-program = The program
help-signs = Signs
sign-none = nothing, or nothing any more
sign-as-of = another day than today
sign-bar = money in, of money promised
sign-more = there is more than fits here
help-filter = Words of the filter
help-typing = While typing
key-enter = Enter
key-esc = Esc
key-tab = Tab
key-shift = Shift-
key-backspace = Backspace
key-delete = Delete
key-insert = Insert
key-home = Home
key-end = End
key-pgup = PgUp
key-pgdn = PgDn
key-space = Space
command-down = line below
command-up = line above
command-first = to the top
command-last = to the bottom
command-half-down = half a page down
command-half-up = half a page up
command-page-down = a page down
command-page-up = a page up
command-open = open the row
command-follow = open what the line speaks of
command-back = back, clear the filter
command-back-or-quit = back, then quit
command-filter = filter, search
command-complete = complete the word of the filter
command-next-match = next match
command-previous-match = previous match
command-mark = mark the row, or not
command-mark-range = mark from here to there
command-mark-all = mark all rows shown, or none
command-arrange = sort, choose columns
command-sort-by = sort by the column
command-reverse = the other way round
command-show-column = show the column, or hide it
command-column-up = column further left
command-column-down = column further right
command-as-it-comes = as it comes
command-group = group by something else
command-done = write down: done
command-pay = write down a payment
command-hold = write down a committee held
command-sign = write down a signature
command-phase = move to a phase
command-set = change a field
command-add-action = add an action
command-add-note = add a note
command-add-indicator = add a value of an indicator
command-add-call = add a call for funds
command-add-expenditure = add an expenditure
command-add-committee = plan a committee
command-add-resource = add a resource in kind
command-add-amendment = add an amendment
command-add-account = add or mend a bank account
command-add-startup = new startup
command-add-convention = new convention
command-undo = take the last edit back
command-undo-this = take the selected edit back
command-redo = make the edit again that was taken back
command-sync = sync: fetch, merge, push
command-stop-sync = stop the sync
command-take-ours = the value here stands
command-take-theirs = the value that came stands
command-question-before = question before
command-question-after = question after
command-commit-both = commit your lines and what was typed together
command-commit-mine = commit what was typed alone
command-keep-mine = write yours over it
command-drop-mine = leave it and drop yours
command-draft = go on with a draft
command-as-of = change the day of the answers
command-explain = where the figures come from
command-edit = open the record in your editor
command-reload = read the folder again
command-other-language = speak French (parler français)
command-configuration = the configuration and what is wrong in it
command-palette = every action, by its name
command-finder = go to anything, by its name
command-portfolio = the portfolio
command-obligations = the obligations
command-funding = the funding
command-committees = the committees
command-findings = the findings
command-history = the history
command-next-screen = next screen
command-previous-screen = previous screen
command-next-section = next section
command-previous-section = previous section
command-help = every key
command-suspend = suspend (fg to come back)
command-quit = quit at once
command-copy-row = copy the row
command-copy-figure = copy its figure or day
command-copy-address = copy the address, else file and line
command-themes = the themes, to pick one
command-mouse = take the mouse, or leave it to the terminal
command-accept = take what is typed
command-cancel = leave it as it was
command-commit = commit the form
command-next-field = next field
command-previous-field = previous field
command-next-option = next choice
command-previous-option = previous choice
command-tick = tick, or not
command-start-over = start the form over
hint-open = open
hint-filter = filter
hint-mark = mark
hint-mark-range = range
hint-mark-all = all
hint-arrange = arrange
hint-sort-by = sort
hint-reverse = reverse
hint-show-column = show/hide
hint-column-up = left
hint-column-down = right
hint-as-it-comes = as it comes
hint-group = group
hint-done = done
hint-pay = payment
hint-hold = committee
hint-sign = sign
hint-phase = phase
hint-set = field
hint-add-action = action
hint-add-note = note
hint-add-indicator = figure
hint-add-call = call
hint-add-expenditure = expense
hint-add-committee = committee
hint-add-resource = resource
hint-add-amendment = amendment
hint-add-account = account
hint-add-startup = startup
hint-add-convention = convention
hint-undo = undo
hint-undo-this = undo this one
hint-history = history
hint-redo = redo
hint-sync = sync
hint-stop-sync = stop
hint-take-ours = here
hint-take-theirs = there
hint-question-before = before
hint-question-after = after
hint-commit-both = both
hint-commit-mine = what was typed alone
hint-keep-mine = keep mine
hint-drop-mine = drop mine
hint-draft = go on with the draft
hint-edit = edit
hint-explain = explain
hint-as-of = date
hint-back = back
hint-unmark = unmark
hint-unfilter = show all
hint-back-or-quit = quit
hint-next-screen = screen
hint-next-section = section
hint-palette = actions
hint-search = search
hint-finder = find
hint-help = help
hint-complete = complete
hint-accept = accept
hint-cancel = cancel

## Screen: Portfolio and startup (ui)

column-startup = Startup
column-phase = Phase
column-bar = { "" }
column-money = In / promised
column-short-money = In/promised
column-late = Late
column-committee = Committee
column-term = Convention
group-short-frameworks = Frameworks
group-frameworks = Frameworks, counted apart
group-no-phase = No phase
group-no-startup = No startup
group-nobody = Nobody named
group-no-name = Without
grouping-none = not grouped
grouping-day = grouped by day
grouping-author = grouped by author
grouping-state = grouped by state
grouping-due = grouped by due date
grouping-debtor = grouped by who owes
grouping-creditor = grouped by whom it is owed to
grouping-convention = grouped by convention
grouping-party = grouped by funder
grouping-decision = grouped by decision
grouping-startup = grouped by startup
grouping-phase = grouped by phase
grouping-incubator = grouped by incubator
grouping-severity = grouped by severity
grouping-check = grouped by check
grouping-record = grouped by record
group-unreadable = Records that cannot be read
row-unreadable = unreadable
unreadable = This record cannot be read; everything else works. E opens it at the place.
total-startups = { $count ->
    [one] 1 startup
   *[other] { $count } startups
}
total-unread = { $count ->
    [one] 1 unreadable record: figures incomplete
   *[other] { $count } unreadable records: figures incomplete
}
total-received = { $received } in of { $committed } promised
total-late = { $count } late
total-due-soon = { $count } soon
total-open = { $count } open
total-undetermined = { $count } undetermined
total-standing = { $count } standing
total-done = { $count } done
status-short-unsigned = unsigned
status-short-in-force = in force
status-short-no-term = no end
status-short-ending = ending
status-short-ended = ended
status-short-terminated = terminated
missing-signature = signature
missing-short-signature = sig.
missing-term = term
missing-spending = spending
missing-no-day = no day
missing-no-startup = no team
missing-unreadable = unreadable
days-late-short = { $days } d
days-late = { $days ->
    [one] 1 day late
   *[other] { $days } days late
}
since = since { $date }
until = until { $date }
due-on = due { $date }
due-amount = { $amount } due
outstanding-amount = { $amount } outstanding
article = art. { $article }
framework-apart = An agreement between incubators: its money is never added to the startups’.
section-summary = Summary
section-funding = Funding
section-obligations = Obligations
section-committees = Committees
section-journal = Follow-up
heading-cash = Month by month
figure-spent = paid out
chart-most = { $amount } at most
heading-spending = Spending
spending-of-no-name = nothing named
stage-committed = AE
stage-done = done
stage-paid = CP
no-action = No action.
no-note = No note.
no-indicator = No indicator.
no-account = No account.
by-day = by { $date }
done-on = done on { $date }
heading-undertakings = Undertakings
committee-organiser = called by
committee-chair = chaired by
committee-with = with
label-payment-days = Time to pay
label-startups = Startups
amendment-changes = What it changes
account-holds = the check digits hold
heading-accounts = Accounts
heading-conventions = Conventions
heading-owes = What it still owes ({ $count })
heading-owed = What it is still owed ({ $count })
and-more = and { $count } more: the filter of the lists shows them
party-no-money = It neither pays nor receives anything.
party-nothing-open = Nothing is open.
section-convention = Convention
section-history = History
label-name = Name
label-kind = Kind
label-siren = SIREN
label-address = Address
heading-gives = Gives
heading-receives = Receives
label-phase = Phase
label-received = Received
label-committee = Committee
label-convention = Convention
label-runs-out = Money until
label-also = Also
label-incubator = Incubator
label-sponsors = Sponsors
label-site = Site
label-statistics = Statistics
label-repository = Source code
label-fast = FAST
label-next = Next
label-planned = Planned
label-papers = Papers by
label-last-held = Last held
label-status = Status
label-decided = Decided
label-signed = Signed
label-ends = Ends
label-term = Term
label-terminated = Terminated
label-reference = Reference
label-parties = Parties
label-signatories = Signatories
label-publication = Publication
label-payment-account = Payee’s account
label-refund-account = Refund account
label-budget = Budget
label-termination = Termination
label-amendment = Amendment
statistics-declared = page declared
statistics-none = no page
heading-findings = To mend in the records
heading-indicators = Indicators
heading-actions = Actions
heading-notes = Notes
heading-movements = Movements
heading-resources = In kind
heading-meetings = Meetings
heading-antecedents = Earlier conventions
no-convention = No convention funds this startup.
no-committee = No committee is recorded.
no-decision = no decision
clock-before-money-ends = the committee comes { $days } days before that
clock-by-habit = by habit
spends-itself = spends it itself
paid-so-far = { $amount } in
gate = { $spent } spent by { $party }, threshold { $threshold }
papers-missing = missing: { $papers }
trigger-spent = once { $party } has spent { $amount }
impact-usable = usable
impact-used = used
impact-useful = useful
impact-impactful = impactful
impact-efficient = efficient
explain-title = Where this comes from
explain-nothing = No lines: nothing was promised or received by this day.
empty-portfolio = No startups.
empty-portfolio-help = { $keys } adds the first; couveuse demo opens a portfolio that is full.
empty-filter = Nothing matches.
empty-filter-help = { $keys } clears the filter.

## Screen: Obligations and Findings (ui)

column-due = Due
column-between = Who owes whom
column-what = What
column-article = Article
column-severity = Severity
column-finding = Finding
column-place = Where
group-late = Late
group-due-soon = Due soon
group-open = Open
group-undetermined = Undetermined
group-standing = Standing
group-done = Done
screen-what-committee = Hold the investment committee
screen-what-payment = Pay { $amount }
screen-what-payment-in-full = Pay the contribution
whose-framework = framework
label-between = Who to whom
label-due = Due
label-rule = Rule
label-unknown = Unknown
label-done = Done
label-evidence = Evidence
label-startup = Startup
label-article = Article
label-record = Record
rule-every = every { $span }
rule-standing = at all times
moment-signature = at the signature
moment-signature-and = { $span } from the signature
moment-end = at the end of the convention
moment-end-and = { $span } after the end of the convention
moment-short-signature = at signature
moment-short-signature-and = signature + { $span }
moment-tight-signature-and = sig. + { $span }
moment-tight-and = + { $span }
moment-short-end = at the end
moment-short-end-and = end + { $span }
way-field = opens the field in question.
way-editor = opens the record at this place in your editor.
way-account = mends the bank account.
way-signature = writes the day of the signature: all that depends on it will have its own.
way-term = opens the record: a term there would give the day.
way-spending = opens the record: spending paid (expenditure) will open the tranche.
way-no-startup = opens the record: no startup is named there.
way-payment = writes the payment down.
way-committee = writes down the committee held.
way-obligation = writes down that it was done.
finding-title = Finding
total-error = { $count ->
    [one] 1 error
   *[other] { $count } errors
}
total-warning = { $count ->
    [one] 1 warning
   *[other] { $count } warnings
}
total-info = { $count } info
empty-obligations = No obligations.
empty-obligations-help = They come from the conventions: { $keys } writes down the first.
empty-findings = Nothing to mend.
empty-findings-help = The checks have read every record and found nothing.

## The history

column-time = Time
column-who = Who
column-did = Edit
column-change = Change
column-records = Records
commit-title = Change
reading-history = Reading the history…
reading-history-help = { "" }
empty-history = No commit has touched the records yet.
empty-history-help = Every edit made here is one: { $keys } lists them. For the first records: git add . then git commit.
empty-history-of = No commit has touched these records yet.
empty-history-no-repository = This folder is in no git repository: it has no history.
empty-history-no-repository-help = git init makes it one; then commit the records.
empty-history-unread = The history cannot be read.
empty-history-unread-help = couveuse log says why.
total-commits = { $count ->
    [one] { $count } commit
   *[other] { $count } commits
  }
total-commits-more = and older ones
more-records = { $count ->
    [one] … and another record
   *[other] … and { $count } other records
  }
more-lines = { $count ->
    [one] … and another line
   *[other] … and { $count } other lines
  }
change-not-shown = Too long to be compared here, or no text: git show shows it.
fate-created = created
fate-removed = removed
undo-this-asked = { $keys } again takes back what { $author } did on { $date }: { $subject }
undo-of-undo = this commit takes an edit back; U makes it again if nothing came after
undo-not-ours = this commit was not made by couveuse; git revert takes it back
verb-none = not by couveuse
verb-done = done
verb-pay = payment
verb-sign = signature
verb-hold = committee held
verb-phase = phase
verb-indicator = indicator
verb-note = note
verb-action = action
verb-finish = action done
verb-call = call for funds
verb-spend = expenditure
verb-plan = committee planned
verb-resource = resource
verb-amend = amendment
verb-account = account
verb-new-startup = new startup
verb-new-convention = new convention
verb-new-party = new party
verb-set = field
verb-several = several
verb-undo = undo
verb-redo = redo
verb-hand = by hand

## Screen: Funding and Committees (ui)

column-promise = Who pays whom
column-trigger = On what condition
total-apart = frameworks apart:
column-state = State
column-timeline = Time line
month-initials = JFMAMJJASOND
legend-held = held
legend-planned = planned
legend-due = due
legend-late = late
legend-funded = funded
all-tranches = all tranches
late-after = late after { $date }
label-spending = Spending
label-missing = Missing
gate-crossed = threshold crossed on { $date }
given-by = given by { $party }
column-outstanding = still due
column-next = Next
column-last-held = Last held
column-decision = Decision
column-planned = Planned
group-committee-late = Late
group-committee-due-soon = Due soon
group-committee-ok = To come
group-committee-undetermined = Undetermined
group-committee-none = None expected
total-committees-late = { $count } late
total-committees-due-soon = { $count } soon
total-committees-ok = { $count } up to date
total-committees-undetermined = { $count } without a day
total-committees-none = { $count } without a committee
tranche-whole = all at once
gate-short = { $spent } spent
gate-part = { $percent }%
empty-funding = No contributions.
empty-funding-help = They come from the conventions: { $keys } writes down the first.
empty-committees = No startup awaits a committee.
empty-committees-help = A startup that is followed has one every six months: { $keys } adds a startup.

## Days out of order (edit)

order-decided = before the decision to sign, of { $on }
order-amended = before the signature of what it amends, of { $on }
order-amendment = after the signature of its amendment, of { $on }
order-ended = after the end of the convention, on { $on }
order-terminated = after the termination of { $on }
order-fulfilled = after something it obliges to was done, on { $on }
order-signed = before the signature of { $on }
order-committed = before the commitment of { $on }
order-service-done = before the service was done, on { $on }
more-than-promised = { $amount } more than promised

## Screen: forms (ui)

form-title-open = What is done
form-title-done = Obligation done
form-title-pay = Payment received
form-title-sign = Signature
form-title-hold = Committee held
form-title-phase = Phase
form-title-indicator = Value of an indicator
form-title-note = Note
form-title-action = Action agreed on
form-title-finish = Action done
form-title-call = Call for funds
form-title-spend = Expenditure
form-title-plan = Committee planned
form-title-resource = Resource in kind
form-title-amend = New amendment
form-title-account = Bank account
form-title-new-startup = New startup
form-title-new-convention = New convention
form-title-set = Field

form-target-open = Which
form-target-obligation = Obligation
form-target-contribution = Contribution
form-target-convention = Convention
form-target-startup = Startup
form-target-action = Action
form-target-account = Account
form-target-record = Record
form-count-obligation = { $count ->
    [one] { $count } obligation
   *[other] { $count } obligations
}
form-count-contribution = { $count ->
    [one] { $count } contribution
   *[other] { $count } contributions
}
form-count-convention = { $count ->
    [one] { $count } convention
   *[other] { $count } conventions
}
form-count-startup = { $count ->
    [one] { $count } startup
   *[other] { $count } startups
}
form-count-action = { $count ->
    [one] { $count } action
   *[other] { $count } actions
}
form-count-account = { $count ->
    [one] { $count } account
   *[other] { $count } accounts
}
form-count-record = { $count ->
    [one] { $count } record
   *[other] { $count } records
}
form-left-out = left out: { $what }
form-left-out-nothing = nothing to write down
form-left-out-done = an obligation
form-left-out-pay = money to come in
form-left-out-hold = a committee
form-left-out-finish = an action
form-left-out-several = several to choose from
form-which = to be picked
form-option-action = action: { $what }
form-varies = varies: { $values }
form-too-many = { $count } rows are marked: at most { $most } at once. Filter, or mark fewer
form-nothing-to-say = Nothing to write down for { $name }
form-decision-none = no decision
form-none = none
form-true = yes
form-false = no
form-by-payee = the payee
form-contribution-none = none in particular
form-payee-none = nobody: each spends its own
form-amount-of = { $party } puts in
form-new-option = new: { $name }
form-account-new = another account
form-convention-title = { $startups }: convention { $parties }

field-on-done = Done on
field-on-pay = Received on
field-on-sign = Signed on
field-on-hold = Held on
field-on-phase = From
field-on-indicator = On
field-on-note = On
field-on-finish = Done on
field-on-call = Sent on
field-on-plan = On
field-on-amend = Signed on
field-on-new-startup = From
field-on-new-convention = Signed on
field-evidence = Evidence
field-amount = Amount
field-reference = Reference
field-decision = Decision
field-envelope = Envelope
field-until = Until
field-phase = Phase
field-indicator = Indicator
field-value = Value
field-unit = Unit
field-text = Note
field-source = Source
field-what-action = What
field-what-spend = What for
field-what-resource = What
field-owner = Who
field-due = By
field-with = With it
field-paid = Paid on (CP)
field-done = Service done on
field-committed = Committed on (AE)
field-by = Spent by
field-contribution = Charged to
field-from = Brought by
field-share = How much
field-lasts = For how long
field-article = Article
field-title = Title
field-id = File
field-decided = Decided on
field-decided-new-convention = Decided on
field-months = Months from then
field-term-until = Or until
field-iban = IBAN
field-bic = BIC
field-holder = Holder
field-bank = Bank code
field-branch = Branch code
field-number = Account number
field-key = Key
field-account-id = Name
field-name = Name
field-mission = Mission
field-incubator = Incubator
field-sponsors = Sponsors
field-startups = Startups
field-parties = Parties
field-new-party = A party not here yet
field-amount-new = It puts in
field-payee = Paid to
field-field = Field


form-already-done = Done already on { $on }
form-none-selected = Select a row first: nothing is selected to write this for
form-none-of-startup = { $name } concerns no startup: select one
form-none-of-convention = { $name } has no convention to write it in: make one, or select a convention
form-none-call = No tranche to call for { $name }: all are called, or nobody pays to another there
form-none-account = An account is a party’s, and { $name } has none: select a party or its convention
form-none-finish = No action left to do for { $name }
form-none-set = Nothing of { $name } changes field by field: open the record in the editor
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
form-detail-none-held = none held so far
form-detail-planned = planned { $date }
form-detail-since = since { $date }
form-detail-no-phase = in no phase yet
form-detail-called = { $amount } called already
form-detail-gate = { $spent } spent of { $threshold }
form-detail-account = The account as it is written
form-detail-account-mended = As the RIB beside it says that it should be

form-in-the-future = still to come: write it down then
form-after-as-of = after the day shown
form-not-committed = nothing is committed yet
form-not-committed-help = { $commit } tries again
form-nothing-matches = nothing matches
form-wanted = to be filled in
form-error-pick = Pick one
form-error-empty = A text is expected
form-error-whole = A whole number is expected
form-error-count = A whole number is expected, within what the format allows
form-error-moment = A date, signature, end, or end + 3 months is expected
form-error-start = A date, signature or last is expected
form-error-id = Lowercase letters, digits and hyphens only: au-compost-mitoyen
form-error-taken = There is a record of that name already
form-error-one-term = Either months or a day, not both
form-named = { $name }: { $value }
form-separated = separated by { $separator }
form-iban-fits = the check digits fit
form-iban-fails = The check digits fail: a digit is wrong
form-error-nothing = An amount above zero is expected
form-error-out-of-order = This day is { $why }
form-plan-another = beside the one on { $date }, which e on its line would move
form-paid-already = all of it came in already
form-error-already-paid = The same payment is recorded on { $on } already; a reference tells two apart
form-error-ends-before = Before the committee itself
form-error-already-fulfilled = Recorded as done on { $on } already
form-error-already-signed = Signed already on { $on }
form-error-already-held = A committee is recorded on { $on } already
form-error-no-record = No record is called { $record }
form-error-no-entry = Nothing in the record is called { $entry }
form-error-would-not-load = The record would no longer load: { $why }
form-error-as-it-stands = The record cannot be changed as it stands: { $why }

form-preview-waiting = The lines that will change show once every field is right
form-preview-reading = Reading the record…
form-preview-unchanged = Nothing changes
form-preview-more = { $count ->
    [0] to the end
    [one] one more line: PgDn
   *[other] { $count } more lines: PgDn
}
form-new-file = new
form-commit = Commit
form-saving = Committing…

form-hint-next = next
form-hint-commit = commit
form-hint-close = close
form-hint-keep = close, keep the draft
form-hint-choose = choose, or type
form-hint-tick = tick, or type
form-hint-field = field
form-hint-anew = start over
form-hint-anew-draft = drop the draft taken up
form-hint-help = help

## First run, and the demo

welcome-title = A new portfolio
welcome-about = This folder holds nothing yet. Two names make it a portfolio: a few files of text that any editor opens, and one commit that keeps them.
welcome-name = Incubator
welcome-home = Its own party
welcome-enter = sets it up
welcome-tab = other name
welcome-leave = leave it
welcome-demo = couveuse demo opens one that is full, to try the keys on.
welcome-done = the portfolio is there: { $keys } adds the first startup
init-done = portfolio set up in { $folder }, and committed – couveuse { $folder } opens it
init-merge-offered = couveuse init --merge-driver lets plain git merge records by meaning as well
init-merge-registered = git merges records by meaning from now on: committed in .gitattributes, and allowed in this repository’s configuration
init-merge-configured = git merges records by meaning here from now on: allowed in this repository’s configuration
init-merge-already = git merges records by meaning here already
error-already-a-portfolio = { $folder } holds records already
error-already-a-portfolio-help = couveuse { $folder } opens it
error-in-the-way = { $file } is there already
error-in-the-way-help = nothing was written; move it away, or name another folder
demo-left = the demo stays in { $folder }; to open it again: couveuse { $folder }

## Command line (cli)

usage-unknown-option = there is no option { $word }
usage-unknown-option-help = { $help } lists them
usage-unknown-option-near = there is no option { $word }
usage-unknown-option-near-help = did you mean { $nearest }?
usage-stray-word = { $word } is one word too many
usage-stray-word-help = a folder is named with --folder { $word }
usage-no-value = { $option } needs a value
usage-no-value-help = { $help } shows what it takes
usage-unknown-value = { $option } does not take { $value }
usage-unknown-value-help = known values: { $known }
usage-unknown-command = there is no command { $value }
usage-unknown-command-help = { $help } lists them
usage-unknown-command-near = there is no command { $value }
usage-unknown-command-near-help = did you mean { $nearest }?
usage-unknown-value-near = { $option } does not take { $value }
usage-unknown-value-near-help = did you mean { $nearest }?
usage-bad-value = { $option } does not take { $value }
usage-bad-value-help = { $help } shows what it takes
usage-missing = { $count ->
    [one] { $missing } is missing
   *[other] { $missing } are missing
}
usage-missing-help = { $help } shows how it is written
usage-together = { $option } and { $other } do not go together
usage-together-help = { $help } shows how it is written
usage-twice = { $option } stands there twice
usage-twice-help = { $help } shows how it is written
usage-takes-none = { $option } takes no value
usage-takes-none-help = { $help } shows how it is written
usage-not-understood = the command line was not understood
usage-not-understood-help = { $help } shows how it is written
usage-no-json = { $command } has no JSON
usage-no-json-help = leave --json out

error-no-folder = there is no folder { $folder }
error-no-folder-help = couveuse init { $folder } sets one up; couveuse demo shows one
error-not-a-folder = { $folder } is a file, not a folder
error-not-a-folder-help = name the folder that holds the records
error-not-a-portfolio = { $folder } holds no records
error-not-a-portfolio-help = couveuse init { $folder } sets one up; couveuse demo shows one
error-no-portfolio-here = no records here or in portfolio/
error-no-portfolio-here-help = name a folder of records, or: couveuse init sets one up, couveuse demo shows one
error-no-command = { $word } is neither a command nor a folder
error-no-command-help = did you mean couveuse { $command }?
error-as-of-of-a-fact = --as-of is the day of answers, not of facts
error-as-of-of-a-fact-help = the day of a fact is --on DATE
error-two-folders = the folder is named twice
error-two-folders-help = give FOLDER or --folder DIR, not both
error-folder-exists = { $folder } already exists
error-folder-exists-help = name a folder that does not exist yet
error-refused = { $file }: { $why }
error-watch-limit = the system watches no more folders (its inotify limit): changes made elsewhere are not seen by themselves
error-watch-limit-help = g r reads the folder again; --no-watch keeps this quiet
error-watch = the folder cannot be watched ({ $why }): changes made elsewhere are not seen by themselves
error-watch-help = g r reads the folder again; --no-watch keeps this quiet
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
error-filter-help = couveuse due --help shows the words of a filter
error-no-check = no check is called { $name }
error-no-check-help = known checks: { $known }
error-no-check-near = no check is called { $name }
error-no-check-near-help = did you mean { $nearest }?
error-no-page = no command is called { $word }
error-no-page-help = couveuse --help lists them
error-no-id = no record is called { $id }
error-no-id-help = couveuse list gives the ids of the startups and their conventions
error-no-id-near = no record is called { $id }
error-no-id-near-help = did you mean { $nearest }?
error-unreadable = { $record } cannot be read
error-unreadable-help = couveuse check says why
error-many-ids = several records are called { $id }
error-many-ids-help = say which: { $known }

error-no-record = { $kind ->
    [party] no party is called { $id }
    [startup] no startup is called { $id }
   *[convention] no convention is called { $id }
}
error-no-record-help = { $kind ->
    [party] couveuse new party makes one
   *[other] couveuse list gives the ids of the startups and their conventions
}
error-no-record-near = { $kind ->
    [party] no party is called { $id }
    [startup] no startup is called { $id }
   *[convention] no convention is called { $id }
}
error-no-record-near-help = did you mean { $nearest }?
error-no-entry = nothing in this record is called { $entry }
error-no-entry-help = known names: { $known }
error-no-entry-near = nothing in this record is called { $entry }
error-no-entry-near-help = did you mean { $nearest }?
error-no-entry-at-all = nothing in this record is called { $entry }
error-no-entry-at-all-help = the record has no such entries
error-no-tranche = the contribution has no tranche { $number }
error-no-tranche-help = { $count ->
    [one] it has only one: 1
   *[other] they go from 1 to { $count }
}
error-no-payee = { $contribution } is spent by its contributor itself
error-no-payee-help = nothing is asked for or received of it
error-is-payment = this is the undertaking to pay { $contribution }
error-is-payment-help = record the payment: in its own form, or with couveuse pay
error-is-committee = this is the committee clause
error-is-committee-help = record the meeting: in its own form, or with couveuse hold
error-repealed = { $amendment } takes { $obligation } out
error-repealed-help = an obligation that an amendment in force takes out is not owed any more
error-in-the-future = { $on } has not come yet
error-in-the-future-help = a fact is written down once it has happened
error-out-of-order = this day is { $why }
error-out-of-order-help = give another day, or correct the record in your editor
error-not-recurring = { $obligation } does not come back
error-not-recurring-help = --due is for what comes back: leave it out
error-already-paid = the same payment is recorded on { $on } already
error-already-paid-help = if it came twice, a reference tells the two apart
error-not-due = { $obligation } is not due on { $due }
error-not-due-help = it is due on { $known }
error-not-due-at-all = { $obligation } is not due on { $due }
error-not-due-at-all-help = no day of it is known: leave --due out
error-already-fulfilled = already recorded as met on { $on }
error-already-fulfilled-help = give another day, or undo the first
error-already-signed = already signed on { $on }
error-already-signed-help = to correct the date, open the record in your editor
error-nothing-paid = an amount above zero is expected
error-nothing-paid-help = money given back is a refund, which is written in the record
error-already-held = a committee was already held on { $on }
error-already-held-help = give another day, or open the record in your editor
error-ends-before-it-begins = what is funded would end before the meeting
error-ends-before-it-begins-help = give a day after the meeting
error-nothing = nothing to write down
error-nothing-help = name at least one thing
error-record-exists = { $record } is there already
error-record-exists-help = choose another id, or change the record that is there
error-is-amendment = this is itself an amendment, of { $convention }
error-is-amendment-help = amend { $convention }
error-in-the-past = { $on } is over
error-in-the-past-help = what has taken place is written down as held: in its own form, or with couveuse hold
error-already-called = the same call for funds is recorded on { $on } already
error-already-called-help = if it was sent twice, a reference tells the two apart
error-already-planned = a committee is planned on { $on } already
error-already-planned-help = give another day, or cancel the first in its record
error-already-in-phase = already in { $phase }, since { $on }
error-already-in-phase-help = choose another phase, or correct the date of this one
error-already-measured = this indicator has a value on { $on } already
error-already-measured-help = give another day, or correct the value
error-already-finished = already done on { $on }
error-already-finished-help = undo that first if it was a mistake
error-already-there = “{ $words }” is there already
error-already-there-help = nothing is written twice
error-other-unit = this indicator counts in { $unit }
error-other-unit-help = leave the unit out, or give the indicator another name
error-no-day = no day is given
error-no-day-help = say when it was committed, when the service was done, or when it was paid
error-missing = something is missing: { $key ->
    [indicator] the name of the indicator
    [text] the text
    [name] the name
    [title] the title
    [iban] the number of the account
    [startups] the startup that it funds
    [parties] the parties that sign
    [term] the term that the article is about
   *[what] what it is
}
error-missing-help = it cannot be left empty
error-no-field = there is no field { $path }
error-no-field-help = couveuse schema shows what a record may hold
error-no-field-known = there is no field { $path }
error-no-field-known-help = what may stand there: { $known }
error-no-field-near = there is no field { $path }
error-no-field-near-help = did you mean { $nearest }?
error-number = { $option } { $typed }: { $why }
error-value = { $typed }: { $why }
error-many-actions = several actions begin with { $typed }
error-many-actions-help = write more of it: { $known }
error-due-of-several = --due is said of one obligation
error-due-of-several-help = leave it out, or write them down one by one
error-span = { $typed } is no length of time
error-span-help = write 6 months, 1 year, 2 weeks or 10 days
error-promise = { $typed } is no contribution
error-promise-help = write FROM:TO=AMOUNT, or FROM=AMOUNT for what a party spends itself
error-one-value = this field holds one value
error-one-value-help = put quotes around a text of several words
error-would-not-load = the record would no longer load: { $why }
error-would-not-load-help = couveuse check shows what is wrong with it
error-broken-record = the record is not TOML: { $why }
error-broken-record-help = mend it first: couveuse check shows the place
error-no-such-place = { $path } is not in the file
error-no-such-place-help = the file changed; try again

error-no-repository = the folder is in no git repository
error-no-repository-help = git init makes it one; then commit the records
error-no-identity = git does not know who you are
error-no-identity-help = git config --global user.name "Your Name", and the same for user.email
error-detached-head = HEAD is on no branch
error-detached-head-help = git switch BRANCH, or git switch --create BRANCH
error-no-commit-yet = the repository has no commit yet
error-no-commit-yet-help = commit the records first: git add . and git commit
error-in-progress = a git operation is under way: { $what }
error-in-progress-help = finish it or abort it with git; then try again
error-dirty = { $file } has changes of yours that are not committed
error-dirty-help = commit them or put them aside (git commit, git stash); or --hand-edits commit puts them into the same commit, and --hand-edits leave leaves them as they are
error-untracked = { $file } is not in the repository yet
error-untracked-help = git add it and commit
recovered-finished = a save that was cut short is finished: { $subject }
recovered-taken-back = a save that was cut short is taken back, nothing of it was committed: { $subject }
error-branch-moved = somebody else keeps committing at the same time
error-branch-moved-help = try again in a moment
error-locked = { $file } is locked by another git
error-locked-help = wait until it is done; if none is running, remove the lock
error-git-refused = git refused: { $why }
error-git-refused-help = nothing was changed; heed the hook or the signing key, then try again
error-nothing-to-change = the record says so already
error-nothing-to-change-help = nothing was changed
error-nothing-to-undo = no edit is left to take back
error-nothing-to-undo-help = undo takes back what couveuse committed; for more there is git revert
error-nothing-to-redo = nothing is left to redo
error-nothing-to-redo-help = redo makes again what undo took back; a new edit ends it
error-nothing-to-commit = the file holds what is committed already
error-file-exists = { $file } is there already
error-file-exists-help = choose another id, or edit the record that is there
error-changed = { $path } of { $record } was { $was } and is { $now } by now; you meant { $meant }
error-changed-help = nothing was written; do it again if yours is to stand
error-gone = { $what } is no longer in { $record }; { $meant } was not written
error-gone-help = couveuse log { $record } shows who took it out
changed-nothing = (nothing)
merge-open = { $file }: { $field } is { $ours } here and { $theirs } there; ours stands in the file: settle it, then git add { $file }
merge-open-record = { $file }: both sides changed it, and it cannot be brought together; ours stands in the file: settle it, then git add { $file }
error-already-undone = { $commit } was already taken back
error-already-undone-help = git log shows what there is
error-no-git = the git program cannot be found
error-no-git-help = this repository has hooks or signs its commits: install git
error-undo-conflict = later changes touch what { $commit } wrote
error-undo-conflict-help = take the later ones back first, or mend the record in your editor
error-no-commit = there is no commit { $commit }
error-no-commit-help = git log --oneline names them
error-elsewhere = { $commit } is not in the history of this branch
error-elsewhere-help = go to its branch with git switch, or merge it
error-not-ours = { $commit } is not an edit made by couveuse
error-not-ours-help = for other commits there is git revert
error-git = git: { $why }

## Configuration (cli)

config-file-head = couveuse: your configuration. A line that is commented out shows what holds without it.
config-file-language = The language of words, dates and amounts: "fr" or "en"; the system's without this line.
config-file-theme = The theme, by its name; as the terminal's background is without this line.
config-file-watch = Whether changes made elsewhere are seen by themselves; false leaves that to g r.
config-file-mouse = Whether the mouse serves the screen; false leaves the terminal its own selection.
config-file-ascii = Whether lines and charts do without characters beyond ASCII.
config-file-keys = The keys, by the name of the command: a sequence is written with spaces, [] takes all of them away.
config-file-in = In one place alone: portfolio, obligations, findings, startup, reading…
config-title-file = file
config-title-language = language
config-title-theme = theme
config-title-mouse = mouse
config-title-watch = watch
config-title-ascii = ASCII
config-title-keys = keys
config-absent = { $file } (not there yet)
config-from-file = configuration
config-built-in = built in
config-yes = yes
config-no = no
config-as-system = the system's
config-as-terminal = as the terminal is
config-own-keys = { $count ->
    [0] the program's
    [one] one command has your own
   *[other] { $count } commands have your own
}
config-how = couveuse config --default > FILE writes one with comments; couveuse config --keys lists the keys.
config-column-command = command
config-column-keys = keys
config-column-where = where
config-column-what = what it does
config-everywhere = everywhere

config-unreadable = the configuration cannot be read: { $why }
config-unreadable-help = everything holds as without it; make the file readable, or take it away
config-syntax = this is not TOML: { $words }
config-syntax-help = what other lines say holds
config-unknown-setting = there is no setting `{ $name }`
config-unknown-setting-help = known settings: { $known }
config-unknown-setting-near = there is no setting `{ $name }`
config-unknown-setting-near-help = did you mean `{ $nearest }`?
config-unknown-command = there is no command `{ $name }`
config-unknown-command-help = couveuse config --keys lists the commands
config-unknown-command-near = there is no command `{ $name }`
config-unknown-command-near-help = did you mean `{ $nearest }`?
config-unknown-context = there is no place `{ $name }`
config-unknown-context-help = known places: { $known }
config-unknown-context-near = there is no place `{ $name }`
config-unknown-context-near-help = did you mean `{ $nearest }`?
config-unknown-value = `{ $name }` cannot be “{ $value }”
config-unknown-value-help = known values: { $known }
config-wrong-type = `{ $name }` takes { $expected ->
    [switch] true or false
    [table] a table
    [keys] a key or a list of keys, in quotes
   *[text] a text in quotes
}
config-wrong-type-help = { $expected ->
    [switch] { $name } = true
    [table] [{ $name }]
    [keys] { $name } = ["x", "Alt-d"], or [] to leave none
   *[text] { $name } = "…"
}
config-unknown-key = no key is called `{ $key }`
config-unknown-key-help = write x, G, Ctrl-d, Alt-d, Shift-Tab, F5, Space, Enter, Esc, Up, PgDn… and a sequence with spaces: "g r"
config-no-key = no key is written there
config-no-key-help = to leave none, write []
config-key-not-there = `{ $command }` can never be asked for { $context ->
    [all] by a key
   *[other] in `{ $context }`
}
config-key-not-there-help = couveuse config --keys says where each command has a sense
config-key-needed = `{ $command }` cannot be without a key
config-key-needed-help = the built-in ones stay; give it another
config-key-typed = `{ $keys }` is a character, which is typed where `{ $command }` is asked for
config-key-typed-help = take a key that is not typed: Ctrl-…, Alt-…, F2, Enter…
config-key-lost = { $relation ->
    [same] `{ $keys }` is already that of `{ $other }`
    [longer] `{ $keys }` begins with `{ $theirs }`, which is that of `{ $other }`
   *[shorter] `{ $keys }` would hide `{ $theirs }`, which is that of `{ $other }`
}
config-key-lost-help = `{ $command }` does not have it; take another key, or take that one from `{ $other }`
config-key-won = { $relation ->
    [same] `{ $keys }` is no longer that of `{ $other }`
    [longer] `{ $theirs }` is no longer that of `{ $other }`: `{ $keys }` begins with it
   *[shorter] `{ $theirs }` is no longer that of `{ $other }`: `{ $keys }` hides it
}
config-key-won-help = give `{ $other }` the keys that you want, or `{ $other } = []` to leave it none

## Copying, mouse, themes

copied = copied:
copied-lines = { $count ->
    [one] copied one line
   *[other] copied { $count } lines
}
too-small = too small: 20 × 5 at least
copied-nothing = nothing to copy here
mouse-ours = the mouse works here; with Shift most terminals still select
mouse-theirs = the mouse is the terminal’s again: it selects text
themes-title = Themes
themes-no-colour = This terminal shows no colours, or NO_COLOR asks for none.
theme-about-auto = as the terminal’s background is, where it says so
theme-about-dark = for a dark room
theme-about-light = for a bright one
theme-about-high-contrast = letters, lines and the selected row as strong as can be
theme-about-sixteen = the sixteen colours of the terminal itself
theme-about-deuteranopia = without red against green (deuteranopia, protanopia)
theme-about-tritanopia = without blue against green (tritanopia)
theme-kept = theme: { $theme }

## Themes
theme-syntax = not TOML: { $about }
theme-syntax-help = Mend the line; until then a built-in theme is used.
theme-unknown-key = no key “{ $about }” in a theme
theme-unknown-key-help = A theme has inherits, background, [palette] and [tokens]; a token has fg, bg and modifiers.
theme-wrong-type = not a value of the kind wanted here
theme-wrong-type-help = A colour is a text or 0 to 255, a token is { "{" } fg = "…" { "}" }, modifiers are a list.
theme-unknown-token = no token “{ $about }”
theme-unknown-token-help = There are { $tokens }.
theme-missing-token = the token “{ $about }” has no style
theme-missing-token-help = Give it one, or begin with: inherits = "dark"
theme-bad-colour = “{ $about }” is no colour
theme-bad-colour-help = Write "#rrggbb", the name of a colour, 0 to 255, or a name from [palette].
theme-bad-modifier = “{ $about }” is no modifier
theme-bad-modifier-help = Write bold, dim, italic, underlined or reversed.
theme-bad-background = “{ $about }” is no background
theme-bad-background-help = Write "dark" or "light".
theme-none-such = there is no theme “{ $about }”
theme-none-such-help = There are { $themes }.
theme-circle = the theme “{ $about }” inherits from itself in the end
theme-circle-help = Let one of them inherit from "dark" or "light".

## Sync (cli)

error-sync-no-git = the git program cannot be found
error-sync-no-git-help = git brings commits to others and back: install it
error-no-remote = the repository has no remote to sync with
error-no-remote-help = git remote add origin ADDRESS, then sync again
error-no-upstream = the branch { $branch } follows no branch of a remote
error-no-upstream-help = git push --set-upstream { $remote } { $branch } says which
error-unreachable = { $remote } cannot be reached: { $why }
error-unreachable-help = nothing was changed; if git wants a password, couveuse sync in a shell lets it ask
error-unreachable-from-shell = { $remote } cannot be reached: { $why }
error-unreachable-from-shell-help = nothing was changed; git remote -v shows the address
error-unrelated = this folder has no history in common with { $remote }
error-unrelated-help = probably another portfolio: git remote -v shows the address
error-questions = { $count ->
    [one] the same thing was set to two values
   *[other] { $count } things were set to two values each
}
error-questions-help = nothing was changed; say which stands, and sync again
error-conflicts = changed on both sides, in the same lines: { $files }
error-conflicts-help = nothing was changed; bring these together with git pull, commit, then sync again
error-in-the-way-of-sync = not committed, and would be overwritten by what comes: { $files }
error-in-the-way-of-sync-help = nothing was changed; commit them or put them aside with git stash, then sync again
error-push-refused = { $remote } refused: { $why }
error-push-refused-help = your commits stay here; heed what it says, then sync again
error-raced = others keep pushing at the same time
error-raced-help = your commits stay here; sync again in a moment
error-cancelled = the sync was stopped
error-cancelled-help = what is committed stays; sync again whenever you like
sync-fetching = Fetching…
sync-merging = Merging…
sync-pushing = Pushing…
sync-trying-again = Somebody was faster: once more…
sync-nothing = Nothing to bring and nothing to send
sync-done = { $received ->
    [0] Nothing came
    [one] { $received } commit came
   *[other] { $received } commits came
}, { $sent ->
    [0] nothing was sent
    [one] { $sent } was sent
   *[other] { $sent } were sent
}
sync-which = 1 ours, 2 theirs, Enter to leave it for now:
sync-how = couveuse sync --ours { $place } keeps ours, --theirs { $place } takes theirs; --ours-all and --theirs-all decide all
question-was = was
question-ours = 1 ours
question-theirs = 2 theirs
question-by-on = { $by }, { $on }
question-nothing = (not there)

## What the parser of TOML says, where it is common: the rest stays in its own English

toml-invalid-basic-string = invalid basic string
toml-invalid-literal-string = invalid literal string
toml-invalid-multi-line-basic-string = invalid multi-line basic string
toml-invalid-multi-line-literal-string = invalid multi-line literal string
toml-invalid-string = invalid string
toml-string-values-must-be-quoted = string values must be quoted
toml-missing-opening-quote = missing opening quote
toml-key-with-no-value = key with no value
toml-missing-value = missing value
toml-missing-value-for-key = missing value for key
toml-duplicate-key = duplicate key
toml-invalid-key = invalid key
toml-invalid-unquoted-key = invalid unquoted key
toml-unquoted-keys-cannot-be-empty = unquoted keys cannot be empty
toml-invalid-value = invalid value
toml-invalid-date-time = invalid date-time
toml-invalid-boolean = invalid boolean
toml-invalid-float = invalid float
toml-invalid-integer-number = invalid integer number
toml-unexpected-leading-zero = unexpected leading zero
toml-invalid-table = invalid table
toml-unclosed-table = unclosed table
toml-unclosed-array-table = unclosed array table
toml-unclosed-array = unclosed array
toml-unclosed-inline-table = unclosed inline table
toml-missing-comma-between-array-elements = missing comma between array elements
toml-missing-comma-between-key-value-pairs = missing comma between key-value pairs
toml-missing-assignment-between-key-value-pairs = missing assignment between key-value pairs
toml-extra-comma-in-array = extra comma in array
toml-extra-comma-in-inline-table = extra comma in inline table
toml-unexpected-key-or-value = unexpected key or value
toml-unexpected-content = unexpected content
toml-invalid-inline-table-element = invalid inline table element
toml-unexpected-----in-array = unexpected `=` in array
toml-extra---- = extra `=`
toml-extra-assignment-between-key-value-pairs = extra assignment between key-value pairs
toml-missing-key-for-inline-table-element = missing key for inline table element
toml-unexpected-content-between-comment-and-newline = unexpected content between comment and newline
toml-invalid-key-value-pair = invalid key-value pair
toml-----may-only-go-between-digits = `_` may only go between digits
toml-carriage-return-must-be-followed-by-newline = carriage return must be followed by newline
toml-invalid-comment-character = invalid comment character
toml-keys-cannot-be-multi-line-basic-strings = keys cannot be multi-line basic strings
toml-keys-cannot-be-multi-line-literal-strings = keys cannot be multi-line literal strings
toml-missing-escaped-value = missing escaped value
toml-too-few-unicode-value-digits = too few unicode value digits
toml-integers-with-a-radix-cannot-be-signed = integers with a radix cannot be signed
toml-radix-must-be-lowercase = radix must be lowercase
toml-redundant-numeric-sign = redundant numeric sign
toml-redundant-integer-number-prefix = redundant integer number prefix
toml-unexpected-sign = unexpected sign
toml-expected = { $words }, expected { $what }
toml-what-key = key
toml-what-value = value
toml-what-numbers = numbers
toml-what-digits = digits
toml-what-letters = letters
toml-what-literal-string = literal string
toml-what-basic-string = basic string
toml-what-characters = characters
toml-what-multi-line-basic-string = multi-line basic string
toml-what-multi-line-literal-string = multi-line literal string
toml-what-non-double-quote-visible-characters = visible characters other than a double quote
toml-what-non-single-quote-visible-characters = visible characters other than a single quote
toml-what-non-single-quote-characters = characters other than a single quote
toml-what-printable-characters = printable characters
toml-what-unicode-hexadecimal-value = unicode hexadecimal value
toml-what-unquoted-string = unquoted string
toml-what-newline = newline
toml-what-nothing = nothing

## What the operating system says

system-not-found = no such file or folder
system-permission-denied = permission denied
system-already-exists = it is there already
system-is-a-directory = it is a folder
system-not-a-directory = it is no folder
system-directory-not-empty = the folder is not empty
system-storage-full = no space is left on the disk
system-quota-exceeded = your share of the disk is used up
system-file-too-large = the file is too large
system-read-only = the disk is read-only
system-invalid-filename = no file can be called that
system-busy = another program is using it
system-broken-pipe = the reader went away
system-timed-out = no answer came in time
system-out-of-memory = there is not enough memory
