"""Evidence packs for adult social care, from the registers a service already keeps.

The walk, first to last. A room imports only from rooms above it, a file only from
files above it in its room; `tests/test_house.py` reads this list and checks every
import against it.

    problem            what is wrong, where, and how to mend it
    settings           a settings file in YAML, read so that each problem can name its line
    json_lines         lines of JSON, each an object, all checked before any is handed on
    period             a first day and a last day, both counted
    catalogue          finds everything on one shelf
    shipped            where the templates, fonts and sample that come with the package lie
    intake/            a spreadsheet as received becomes a table that can be trusted
        address        where a cell stands, in the words its owner sees
        words          text compared as its reader would compare it
        unopened       why a file cannot be opened, each in one plain message
        bounds         how much a workbook may hold before it is refused
        other_files    files that are no workbook, told by how they begin, each with the way to come by one
        sheet          a sheet as received: its cells, where they stand, and what it hides
        dates          a strict UK grammar of dates
        number_format  what a number format makes of a number: a day, a share of a hundred, or a number
        excel_xml      the parts of a packed workbook and their XML, taken in as they stream past, within bounds
        excel_value    what one cell of an Excel sheet says, from the words in its XML and the style it has
        excel_styles   which cell styles show a day or a percent sign, are coloured, or strike text through
        excel_texts    the texts that the cells of an Excel workbook share
        excel_sheet    the XML of one sheet, taken in tag by tag as it streams past
        excel_layout   rows of a sheet written alike: which columns they fill, and how their words are read
        excel_rows     the rows of a sheet whose XML is of the usual kind, taken in many at a time
        excel          the cells of an Excel workbook, and what it holds besides
        packed         what lies in a zip file, told by the names of its parts
        binary_sheet   the records of one sheet of a binary workbook, taken in as they stream past
        binary_excel   the cells of a binary Excel workbook (.xlsb), record by record
        open_document_sheet  the XML of one table of an OpenDocument spreadsheet, taken in as it streams past
        open_document  the cells of an OpenDocument spreadsheet (.ods), in one look at its XML
        old_excel_child  an old Excel workbook read, alone in a process that ends itself when it takes too much
        old_excel      the cells of an Excel workbook of the kind used before 2007, read in a process of its own
        encoding       the letters of a text file, whatever program wrote them
        delimited      the cells of a text file: commas, semicolons or tabs
        workbook       files opened by what they hold, whatever they are called, within bounds
        kind           what a cell may hold, and how it is read
        register       what a sheet must hold
        source         which file and sheet a register is kept in, and its owner's own words for headings and cells
        account        every cell used, or the reason it is not
        personal       headings of personal details that no measure and no gate needs: their columns are never read
        known          the words by which a register's columns go
        heading_row    which row holds the headings, and the groups above them
        heading        which column is which, by the headings above them
        blocks         second tables beside and below the register's own, and cells that stand far from it
        records        which rows hold records, and which are totals, notes, examples and blanks
        fates          what became of each filled cell of a sheet, and the account made from it
        unseen         what a workbook does not show its reader, told in notes
        value          one cell, read as its column says
        signs          what only a whole column gives away: days and months swapped, two scales, two spellings
        example        the invented row of a blank workbook, and what its owner has made of it
        columns        whole columns, read and checked: what cannot be read, what is blank, what stands there twice
        grouped        the headings of a training matrix with several columns for each course, put into words
        courses        which columns of a training matrix are courses, and what their cells say
        meaning        what the dates of a training matrix mean: asked, with what speaks for each answer
        matrix         a training matrix, one column a course, laid out as rows
        recognise      which register a sheet looks like, and why
        export         an export of a system that many services use, told by its headings
        exports/       one file for each export that is recognised without settings
        named          people told by name where a number of theirs is wanted
        choice         which sheet of a workbook a register is kept in, and as what it is read
        gather         one sheet gathered, from file to columns that can be trusted, and the account of it
        survey         every sheet of any spreadsheet: what it looks like, and what became of each of its cells
        statement      the survey of a spreadsheet as it is printed
        marked_copy    a copy of a sheet at the same addresses, values alone, with the cells of its problems marked
        data_check     a workbook's problems in a list with links, and its sheets copied with their cells marked
        table          the reading of a sheet into whole columns
        blank          a workbook to fill in, for one register
        registers/     one file for each register a service keeps
        contradiction  cells that cannot all be right, declared as data
        clash          cells that clash, told in words their owner can act on
        crosschecks/   one file for each register that is checked: what its rows must agree with
        crosscheck     what one register says against another
        lapse          registers that seem to stop some time before the day that figures are for
    measures/          a table becomes readings
        interval       how far a proportion, rate or mean could be off
        phrase         words in order, found in a text whatever their endings, spelling and the words in between
        sign           words that speak for a theme or against it, with points learnt from labelled notes
        coding         which themes a note is about, by rules that quote the words they matched
        codebook       a codebook as it is written in YAML, checked
        coder          the themes of a register's free text, each text coded once
        layout         which part of a breakdown, and which month, each row falls into
        condition      which rows count, in a form that can be printed
        as_at          the rows of a register as they were on a day
        ever           the registers whatever the day: fetched once, and what hangs on no day made of them once
        view           one row for each thing counted, built from the registers
        best_record    of the records of one course of one person the one that counts, on any day, from one sorting
        required       the courses that are asked of staff, and the records that answer them, whatever the day
        views/         one file for each view
        measure        what is counted, out of what
        framework      what readers ask for: dated frameworks, read from their YAML, and what measures answer of them
        frameworks/    one YAML file for each framework
        definition     a measure in words a commissioner understands, made from its definition
        waiting        how long something takes, those still waiting counted as waiting
        tally          what a measure counts in each part and each month, from one look at the rows
        special_cause  why a point of a chart is unlikely to be chance: the four rules of Making Data Count
        history        whether a figure has changed: XmR and p charts, the Making Data Count way
        reading        what a measure found, and where each row stands to it
        addition       which counts are of the same rows, and which of them add up to which
        series         a measure month by month
        change         which chart a series calls for, and what its rules find
        families/      one file for each family of measures
        own_condition  a condition as a provider writes it in YAML, checked against the columns of its view
        own            a provider's own measures, from measures.yaml
        comparison     whether a published share differs from our own, and which way
        benchmark      published percentages to set a figure beside, each with what is not alike
    release/           the two gates: readings become figures, words become quotes
        figure         a number fit to be seen, or the reason it is not shown
        profile        who may see which number: each audience's rule, as data
        nearby         whole numbers that keep every sum as the true ones do, found close to those by small changes
        possible       which values a reader can believe a hidden count to have, from all that is told, on whole numbers
        suppression    which further counts to hide, so that no hidden one can be worked out
        crosstab       one table of counts with its totals, hidden so that nothing in it can be worked out
        disclosure     the only gate for numbers, one figure by itself
        protection     what else is hidden, so that no hidden count can be worked out from what is shown
        equations      unknown whole numbers, what is known of them, and how far each can still be told
        printed_figure  what one figure of a finished document says, and of which rows
        between_periods  what lies between reports of one figure for several periods, which a reader can work out
        outsider       what a reader who has nothing but finished documents can work out of what they hide
        compared       a figure set beside a published one, in words that always carry what is not alike
        vocabulary     words that identify nobody
        recogniser     one kind of personal detail in running text
        duration       a date told as time before or after the concern
        age_band       an age told as the band it lies in
        recognisers/   one file for each kind of personal detail
        alias          the ways in which one name is written, and where any of them stands in a text
        names          everybody the registers know, for the gate alone
        record         what one case's record knows: who is who in it, and the day from which its time is counted
        rare           rare facts: a reader who knows the place could tell who it was, though nothing is named
        word           where a word stands: at the head of a sentence, in somebody's speech, after a title
        opener         whether a word at the head of a sentence is somebody: there, a capital says nothing
        spelling       words that no list holds and that are plainly an ordinary word misspelt or made longer
        stretch        stretches of a text in which capitals say nothing: written without any, or in nothing else
        sense          whether an ordinary word that could be a name is one, where capitals do not say it
        slot           where the layout of a text calls for a name: who speaks, who signs, who is greeted, who was there
        initials       initials of people whom a record or a text names in full, such as ML of a Maureen Lightfoot
        letter         single letters that are no initials: "T/C", "Q:", "level D", a side of the body
        described      what words that go out seem to be: a person, a place, a language, a kind of organisation
        spread         a name takes along what stands beside it: a capital before, a surname or a kind after
        capital        capitals that nobody vouches for, taken out whatever they are
        spotted        names that the registers hold: where they stand in a text, and whether they mean somebody there
        together       names side by side are one person, and who is masked once is masked everywhere
        wording        what is put in the place of what is taken out, so that the sentence still reads
        second_opinion  a second opinion on names: a small tagger that only ever adds to what goes
        quote          the only gate for words
        sign_off       who decided, answered and signed what, and when: a list to which things are only ever added
        as_written     stories as their authors wrote them, and the hash by which an edit shows
        kept           what the gate kept and a person has to look at, numbered, and what was decided about it
        intruder       what has to be asked of a story before it is signed: could somebody who tries tell whose it is
        crowd          how many people a story could be about, and how little it must say for them to be enough
        plainly_told   where a story plainly says more of somebody than fits five people, for whoever signs it
        case_study     one person's story as it would be released, with what was decided and answered about it
        standing       how far a story is from being told for a use, and what stands in its way
        finished_page  one piece of a finished file: words to be searched, a file within it, or what could not be read
        finished_image  the words that an image carries beside what it shows: who took it, where, and what it is of
        finished_text  the words of a page of HTML, of a drawing, of JSON and of plain text, those that nobody sees too
        finished_office  the words of a Word document or an Excel workbook: of every part, and of runs that split a word
        finished_pdf   the words of a PDF: its pages, and every string and stream that no page shows
        finished       a finished file taken apart, whatever its kind, until every word in it can be searched
        audit          the finished document, read back and searched for names
        issued         figures that left the house earlier, as what a reader of the next report holds already
    own_codebook       a provider's own themes, from codebook.yaml
    limit              how much of an answer a buyer reads: what counts, by which rule, and where the reading stops
    tender             what a buyer asks: one question or several, and what each is scored by
    look               how a pack looks and whose words stand in it, where a provider says so
    delivery           in which formats the report of each month is built, and where it is taken, as the brief says
    brief              evidence.yaml: whose pack, which period, which workbooks
    packs/             figures and quotes become a draft that a person can approve
        claim          a sentence the provider stands behind, and what bears it out
        strength       what a strong claim has, and which of it a claim lacks
        practice       the provider's statements of practice, from their register
        own_number     numbers that a sentence brings along, where each has to come from a figure
        made_with      how a pack was made, as facts: whose words, what took names out, how many signed
        charts         a picture of figures, titled with what it shows
        finding        what a chart of months found, as a title that holds for every result
        caveat         what a reader has to know beside the title of a chart of months
        icons          what a chart of months says of variation and of its target, each as a small drawing
        scale          what stands on the axis of a chart of months, and how far its limits are drawn
        plain_chart    months drawn in plain letters, for a terminal
        lettering      how wide words are set in our font, and the lines they fill
        trend_chart    months drawn as Making Data Count draws them: points, mean, limits, target, special causes
        month_plot     the points of a chart of months alone, low, for a page that sets title and notes in its own type
        board          what a board is told besides figures: what changed, was decided or restated, and charts of months
        pack           sections in order, and what each of them needs
        rest           what the rows of a breakdown hold that are not named one by one
        spread         how far the parts of a breakdown lie apart: the lowest, the one in the middle and the highest
        inspection     what a manager can say aloud: what is strong, thin, contradicted and overdue
        next_evidence  the next piece of evidence for what is missing, the cheapest one, down to the column
        gap            what is missing of what a framework asks, and what is there: the words in which a gap map is told
        gap_map        what a framework asks, what supports each statement, how strongly, and what is missing
        kinds/         one file for each kind of pack
        breakdown      measures by their parts, laid out as rows and columns
        told           which figures a pack tells of
        example        a case study laid out for a pack: voice, advocacy, plan, reviews, outcome, learning
        draft          a pack filled for one provider and period
        criteria       which paragraphs of a draft answer which criterion of its question
        fit            what goes from a pack first where there is less room, and the pack without it
        lint           a text to be linted, what is known of its provider, and what one lint finds in it
        not_counted    numbers in a text that count nothing of a provider: days, times, references, ages, money, terms
        mention        percentages and counts that a sentence mentions, and what each of them is of
        part           counts and percentages that a text ties to a whole it tells before, in its sentence or the next
        repeat         numbers that a text tells twice in the same words, each with the words around it
        carried        numbers that figures carry, each with the words of the figures that carry it
        dated          the days and periods that a sentence says its evidence is of, each with the day on which it ends
        saying         parts of sentences that lints share: who does it, what it is about, whether it is claimed at all
        doer           whose doing something in a sentence is: the provider's, another's, or nobody's who is named
        lints/         one file for each thing that a careful reader strikes out
    documents/         a draft becomes files, each carrying its proof
        format         a form in which a pack is written, and what it is written from
        manifest       what went in, what came out, and the hash of each
        read_words     a text that somebody wrote, read into paragraphs: Word, plain text, Markdown or a page of HTML
        tagged_tables  the tables of a finished PDF, read through its tags, as software that reads aloud would find them
        printed_page   a finished page of HTML, read back: its words, tables, pictures and manifest
        printed_office  a finished Word document or workbook, read back: its words, tables and stored numbers
        printed        finished documents, read back: what their manifests carry, their pages, and their tables
        strays         counts and percentages that a document prints and no figure of it carries
        table_counts   the counts of tables that no manifest explains, and what is left of the hidden ones
        logo           a provider's logo, looked through until it is known to run nothing, fetch nothing and say nothing
        sheet          one sheet of a workbook: its title, lines above its table, heads with units, and rows of cells
        figure_cells   the numbers and the words of one figure, as the cells of a table
        board_sheets   what a board pack tells besides figures, as sheets: months of charts, targets, decisions, themes
        gap_sheets     the gap map of an inspection pack as sheets: what is asked, and what is missing
        inspection_sheets  what an inspection pack tells besides figures, as sheets: how figures stand, what clashes
        sheets         the figures of a draft as sheets with one table each: lines above it, heads with units, rows
        numbered       the paragraphs of an answer, numbered where its question has criteria, and what each tells
        html           the draft as one page of HTML, from the templates
        template_faults  what is wrong with a template, fault by fault, each with its line
        line           words of the page of HTML in a row, as runs that are drawn alike
        page           the page of HTML as headings, paragraphs, lists, tables and pictures
        pieces         the page of HTML as the pieces that a buyer counts, in the order in which they are read
        tags           what WeasyPrint leaves out of a file that is to be PDF/UA-1 and PDF/A-3a at once
        laying_out     WeasyPrint, brought in when pages or pictures are wanted, and what it may fetch
        page_end       where the last page that a buyer reads ends in a page of HTML, by its layout
        pixels         the drawings of a page as pixels, for programs that cannot draw them
        word_styles    the look of a Word document: its styles, its bullets and its settings
        word_kinds     which style of a Word document each class of the page of HTML has
        word_parts     what python-docx leaves out of a Word document: links, bookmarks, fields, heads of tables
        formats/       one file for each format a pack is written in
    start              a new project folder, with blank workbooks or with the sample
    project            a project folder as read: the brief, every register, every reading
    listing            the figures of a project as a terminal shows them, and what has to be said with each
    problem_listing    the problems of workbooks as a terminal shows them, and for a program
    data_checks        the data checks of a project: written beside the workbooks they are of, replaced, and taken away
    trace              the rows behind one figure, for people inside
    drill              names picked as an inspector picks them, and what the registers hold of each, for people inside
    dictionary         every definition in words, as text, as a page of HTML or for a program
    trend              whether a figure has changed, month by month, for people inside
    themes             the themes of notes handed in, and what the notes that no rule matched have in common
    narratives         narratives handed in, each with the record of its case, and what of them may be read outside
    project_themes     themes of a project by period: what came up, whether it changed, what was done, whether it worked
    inspected          how an inspection pack tells each figure of its summary, and what contradicts what
    gaps               the gap map of a project: what frameworks ask, what supports it, and what is missing
    theme_listing      the themes of a project as a terminal shows them
    chosen             how the stories of a project stand among all concerns, and which of them are told together
    casebook           the case studies of a project, what stands in their way, and their sign-off
    own_look           a provider's own look, templates and words, checked before anything is built
    case_review        a case study before it is signed: original beside release, and what to decide and to answer
    audited            finished documents attacked as an outsider would, and what came of it
    decided            what a board decided last time, in words that passed the gate, and where its actions stand
    restated           figures of earlier reports to the board taken again today: which come out otherwise, and why
    project_board      what a board is told: charts, targets crossed, themes, decisions, notes, figures restated
    wrong_in_packs     what a brief asks of packs that they do not have, found before anything is built
    fitted             a draft shortened until it keeps to the words, characters or pages that its buyer reads
    made               how a draft of a project was made: what its manifest says of that, and its statement on AI
    drafted            the drafts of a pack: its measures taken, released, and told in its sections
    claimed            the claims of a project: how each is graded, and what it lacks
    linted             texts run past every lint, and the drafts of a pack before any file of them is put in place
    build              the walk itself, on one page: check, measure, release, draft, lint, write
    run_lock           one run at a time: a lock that the system takes back when a run ends, however it ends
    run_log            lines of JSON that are only ever added to: what each run did, and what was delivered
    edition            the editions of each month's report to the board, each in a folder that is never changed
    delivered_folder   a report copied to a folder, such as one of the network: whole or not at all, never over another
    delivered_mail     a report sent by e-mail: a message of fixed words, over TLS alone, to each address once
    wrong_in_delivery  what a brief asks of the month's report and of its delivery that cannot be, found beforehand
    deliveries         what was delivered to whom, so that nothing goes anywhere twice and what failed is tried again
    monthly            the board's report of the last complete month, built, kept and delivered with nobody looking on
    schedule           entries for cron, systemd timers and the Windows Task Scheduler that run the month's report
    advice             what would let a hidden figure be shown: a longer period, or parts put together
    streams            commands that read lines of JSON and write lines of JSON, for other programs
    commands           what each command does and prints
    options            how a command is told to the command line, and the options that several commands share
    case_command       the command `case`: how it is told to the command line, what it does and prints
    claims_command     the command `claims`: how it is told to the command line, what it does and prints
    drill_command      the command `drill`: how it is told to the command line, what it does and prints
    gaps_command       the command `gaps`: how it is told to the command line, what it does and prints
    monthly_command    the command `monthly`: how it is told to the command line, what it does and prints
    schedule_command   the command `schedule`: how it is told to the command line, what it does and prints
    lint_command       the command `lint`: how it is told to the command line, what it does and prints
    cli                the command line, over the files above
"""

__version__ = "0.1.0"
