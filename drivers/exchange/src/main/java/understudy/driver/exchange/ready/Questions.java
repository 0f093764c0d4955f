package understudy.driver.exchange.ready;

import static understudy.driver.exchange.ready.Question.Weight.ASKS;
import static understudy.driver.exchange.ready.Question.Weight.BLOCKS;
import static understudy.driver.exchange.ready.Question.Weight.WARNS;

import java.util.List;

/** All questions, in the order in which they are put: by their rule, with their weight, remedy and source. */
public final class Questions {
    /** What is read of each node's registry: key, a tab, name. */
    static final List<String> VALUES = List.of(
            "SOFTWARE\\Microsoft\\NET Framework Setup\\NDP\\v2.0.50727\tSP",
            "SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters\tHostname",
            "SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters\tDomain",
            "SYSTEM\\CurrentControlSet\\Control\\Session Manager\t" + Found.PENDING);

    /** Where the language packs of Unified Messaging are listed. */
    static final String LANGUAGE_PACKS = "SOFTWARE\\Microsoft\\Exchange\\v8.0\\UnifiedMessagingRole\\LanguagePacks";

    /** Files of customers that setup overwrites. */
    static final List<String> OVERWRITTEN = List.of(
            "C:\\Program Files\\Microsoft\\Exchange Server\\bin\\globalcfg.xml",
            "C:\\Program Files\\Microsoft\\Exchange Server\\bin\\recyclerconfig.xml");

    private static final String NOTES = "field notes on Exchange 2007 SP1";
    private static final int DAYS_OF_A_BACKUP = 7;

    private Questions() {}

    /** Every question. */
    public static List<Question> all() {
        return List.of(
                new Question(
                        "EXCHANGE-BACKUP",
                        "G5",
                        ASKS,
                        false,
                        "Who has backed up every database and the system state, when, and which backup is it?",
                        stating("backup") + " A hook of the site may prove it too (docs/hooks.md).",
                        "KB 328839",
                        Stated.within("backup", DAYS_OF_A_BACKUP)),
                new Question(
                        "EXCHANGE-NO-WAY-BACK",
                        "G6",
                        ASKS,
                        true,
                        "Who accepts that a service pack cannot be uninstalled, so that the way back is to install Exchange"
                                + " anew and to restore the databases?",
                        stating("no-way-back"),
                        "KB 328839",
                        Stated.ever("no-way-back")),
                new Question(
                        "EXCHANGE-TRIED",
                        "G7",
                        ASKS,
                        false,
                        "Who has read the release notes and tried the patch in a lab, and when?",
                        stating("tried"),
                        "KB 328839",
                        Stated.ever("tried")),
                new Question(
                        "EXCHANGE-PROGRAMS",
                        "G8",
                        WARNS,
                        false,
                        "Are consoles and monitors closed in every logon session?",
                        "Close them in every logon session: they hold performance counters and files open.",
                        "KB 328839; " + NOTES,
                        WindowsQuestions::programs),
                new Question(
                        "EXCHANGE-ACCOUNT",
                        "G11",
                        BLOCKS,
                        false,
                        "Is the account a local administrator on every node?",
                        "Add the account to the local group Administrators of every node.",
                        "Exchange 2007 topics on clustered mailbox servers",
                        WindowsQuestions::administrator),
                new Question(
                        "EXCHANGE-ROLE",
                        "G11",
                        WARNS,
                        false,
                        "Is the account an Exchange Server Administrator?",
                        "Give the account the role Exchange Server Administrator, or see that a group of it has it.",
                        "Exchange 2007 topics on clustered mailbox servers",
                        WindowsQuestions::role),
                new Question(
                        "EXCHANGE-RESTART-PENDING",
                        "G12",
                        BLOCKS,
                        true,
                        "Does no node await a restart already?",
                        "Restart it when it may be absent: what waits for its next start would be mixed with the service pack.",
                        "general knowledge of the prerequisites of Exchange 2007's setup",
                        WindowsQuestions::restartPending),
                new Question(
                        "EXCHANGE-NET",
                        "P10.1",
                        BLOCKS,
                        true,
                        "Does every node have .NET Framework 2.0 SP1?",
                        "Install .NET Framework 2.0 SP1 in a run of its own: it may ask for a restart.",
                        NOTES,
                        WindowsQuestions::net),
                new Question(
                        "EXCHANGE-TIME-ZONES",
                        "P10.2",
                        WARNS,
                        true,
                        "Does every node have KB 931836, the time zones of 2007?",
                        "Install KB 931836, or see that a later update of the time zones is there.",
                        NOTES,
                        WindowsQuestions::timeZones),
                new Question(
                        "EXCHANGE-WINDOWS",
                        "P10.3",
                        BLOCKS,
                        true,
                        "Does every node with Windows Server 2003 have its SP2?",
                        "Install SP2 of Windows Server 2003 in a run of its own.",
                        NOTES,
                        WindowsQuestions::windows),
                new Question(
                        "EXCHANGE-FIXES",
                        "P10.4",
                        ASKS,
                        true,
                        "Who has seen that the current fixes of Windows and IIS are installed?",
                        stating("windows-fixes"),
                        NOTES,
                        Stated.ever("windows-fixes")),
                new Question(
                        "EXCHANGE-OLDER-SERVERS",
                        "P10.5",
                        BLOCKS,
                        true,
                        "Is every Exchange 2003 server of the organisation on SP2?",
                        "Bring it to SP2 first.",
                        NOTES + "; build numbers of Exchange",
                        WindowsQuestions::olderServers),
                new Question(
                        "EXCHANGE-SINGLE-LABEL",
                        "P10.6",
                        ASKS,
                        true,
                        "Does the DNS domain have more than one label, or is the forest prepared for it?",
                        stating("single-label-domain"),
                        "KB 300684",
                        WindowsQuestions::singleLabel),
                new Question(
                        "EXCHANGE-FOREFRONT",
                        "P10.7",
                        ASKS,
                        true,
                        "Does the installed Forefront allow the service pack?",
                        "Uninstall it or bring it to a version that allows the service pack. " + stating("forefront"),
                        NOTES,
                        WindowsQuestions::forefront),
                new Question(
                        "EXCHANGE-LANGUAGE-PACKS",
                        "P10.8",
                        BLOCKS,
                        true,
                        "Are the language packs of Unified Messaging removed?",
                        "Remove each with Setup.com /RemoveUmLanguagePack, once the source of the new ones is verified, and add them"
                                + " again afterwards.",
                        NOTES,
                        WindowsQuestions::languagePacks),
                new Question(
                        "EXCHANGE-OVERWRITTEN",
                        "P10.9",
                        WARNS,
                        true,
                        "Are there copies of globalcfg.xml and recyclerconfig.xml?",
                        "Copy it elsewhere, and compare it afterwards.",
                        NOTES,
                        WindowsQuestions::overwritten),
                new Question(
                        "EXCHANGE-CONNECTORS",
                        "P10.10",
                        BLOCKS,
                        true,
                        "Is no receive connector named like the domain?",
                        "Give the connector another name.",
                        NOTES,
                        WindowsQuestions::connectors),
                new Question(
                        "EXCHANGE-FQDN",
                        "P10.11",
                        BLOCKS,
                        true,
                        "Does every node know its full name?",
                        "Set the node's primary DNS suffix, and restart it.",
                        NOTES,
                        WindowsQuestions::fullName),
                new Question(
                        "EXCHANGE-CERTIFICATES",
                        "P10.12",
                        WARNS,
                        false,
                        "Are the machine's certificates valid?",
                        "Renew or remove it.",
                        "field practice",
                        WindowsQuestions::certificates),
                new Question(
                        "EXCHANGE-DISK",
                        "P10.14",
                        BLOCKS,
                        false,
                        "Has drive C: of every node 3 GB free?",
                        "Make room: the packages are unpacked there, and logs grow.",
                        NOTES,
                        WindowsQuestions::disk),
                new Question(
                        "EXCHANGE-HOLDERS",
                        "P10.15",
                        WARNS,
                        false,
                        "Are backup and antivirus services stopped?",
                        "Stop it for the run, or add a step hold-service for it to your own copy of the procedure.",
                        NOTES,
                        WindowsQuestions::holders),
                new Question(
                        "EXCHANGE-REVOCATION",
                        "P10.16",
                        WARNS,
                        false,
                        "Can the nodes fetch the lists of revoked certificates?",
                        "Let the nodes reach crl.microsoft.com, or switch the check off for the installing account meanwhile.",
                        NOTES,
                        WindowsQuestions::revocation));
    }

    private static String stating(String about) {
        return "Write it in the patch file: statements: {" + about + ": {by: NAME, day: YYYY-MM-DD, says: WHAT}}.";
    }
}
