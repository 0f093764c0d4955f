package understudy.driver.exchange.ready;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import understudy.driver.exchange.ExchangeVersion;

/** Questions that Windows and the directory answer by themselves. */
final class WindowsQuestions {
    private static final long LEAST_FREE = 3L << 30;
    private static final List<String> CONSOLES = List.of("mmc.exe", "perfmon.exe", "exbpa.exe");
    /** What backup and antivirus services are called in the field; there are others. */
    private static final List<String> HOLDERS = List.of(
            "McShield", "Symantec AntiVirus", "SAVService", "ntrtscan", "BackupExecAgentAccelerator", "FSCController");

    private WindowsQuestions() {}

    static List<Question.Against> programs(Found found) {
        return found.onEach(node -> node.all("program").stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(CONSOLES::contains)
                .distinct()
                .map(name -> name + " is open in a logon session."));
    }

    static List<Question.Against> administrator(Found found) {
        return found.onEach(node -> node.first("administrator").orElse("").equalsIgnoreCase("True")
                ? Stream.empty()
                : Stream.of("the account " + node.first("account").orElse("") + " is no local administrator."));
    }

    /** A group may give it the role, so that this is no proof. */
    static List<Question.Against> role(Found found) {
        var account = found.nodes().values().stream()
                .flatMap(node -> node.first("account").stream())
                .findFirst()
                .orElse("");
        var bare = account.substring(account.lastIndexOf('\\') + 1).toLowerCase(Locale.ROOT);
        boolean known = found.organisation().isEmpty()
                || found.organisation().getFirst().all("administrator").stream()
                        .map(line -> line.split("\t", 2)[0].toLowerCase(Locale.ROOT))
                        .anyMatch(name -> name.equals(bare) || name.endsWith("/" + bare) || name.endsWith("\\" + bare));
        return known
                ? List.of()
                : List.of(new Question.Against(
                        found.cluster(), "The account " + account + " is not named among Exchange's administrators."));
    }

    static List<Question.Against> restartPending(Found found) {
        return found.onEach(node -> Found.value(node, Found.PENDING).isBlank()
                ? Stream.empty()
                : Stream.of("a restart is pending: files are to be replaced at its next start."));
    }

    static List<Question.Against> net(Found found) {
        return found.onEach(node -> number(Found.value(node, "SP")) >= 1
                ? Stream.empty()
                : Stream.of(".NET Framework 2.0 does not have its SP1."));
    }

    static List<Question.Against> timeZones(Found found) {
        return found.onEach(node ->
                node.all("fix").contains("KB931836") ? Stream.empty() : Stream.of("KB 931836 is not installed."));
    }

    static List<Question.Against> windows(Found found) {
        return found.onEach(node -> {
            var words = node.first("windows").orElse("").split(" ", 2);
            boolean old = words.length == 2 && words[0].startsWith("5.2.") && number(words[1]) < 2;
            return old ? Stream.of("Windows Server 2003 does not have its SP2.") : Stream.empty();
        });
    }

    /** 7638 is the commonly seen build of SP2, 7683 the one in Microsoft's table. */
    static List<Question.Against> olderServers(Found found) {
        var sp2 = new ExchangeVersion(List.of(6, 5, 7638));
        return found.organisation().stream()
                .flatMap(all -> all.all("server").stream())
                .map(line -> line.split("\t", 2))
                .filter(words -> words.length == 2 && isBetween2003And(sp2, words[1]))
                .map(words -> new Question.Against(
                        words[0], "The Exchange 2003 server " + words[0] + " is at " + words[1] + ", below its SP2."))
                .toList();
    }

    private static boolean isBetween2003And(ExchangeVersion sp2, String text) {
        Optional<ExchangeVersion> version = ExchangeVersion.read(text);
        return version.filter(one -> one.hasServicePackOf(sp2) && one.compareTo(sp2) < 0)
                .isPresent();
    }

    static List<Question.Against> singleLabel(Found found) {
        if (found.patch().statement("single-label-domain").isPresent()) {
            return List.of();
        }
        return found.onEach(node -> {
            var domain = Found.value(node, "Domain");
            return domain.isEmpty() || domain.contains(".")
                    ? Stream.empty()
                    : Stream.of("the DNS domain " + domain + " has a single label.");
        });
    }

    static List<Question.Against> forefront(Found found) {
        if (found.patch().statement("forefront").isPresent()) {
            return List.of();
        }
        return running(found, List.of("FSCController"), "Forefront Security for Exchange runs.");
    }

    static List<Question.Against> languagePacks(Found found) {
        return found.onEach(node -> node.all("named").stream()
                .map(line -> line.substring(line.indexOf('\t') + 1))
                .filter(name -> !name.equalsIgnoreCase("en-US"))
                .map(name -> "the language pack " + name + " of Unified Messaging is installed."));
    }

    static List<Question.Against> overwritten(Found found) {
        return found.onEach(node -> node.all("there").stream().map(path -> path + " will be overwritten."));
    }

    /** Only a server with the Hub Transport role has any, so that no node of a cluster does. */
    static List<Question.Against> connectors(Found found) {
        return found.onEach(node -> node.all("connector").stream()
                .filter(name -> name.equalsIgnoreCase(Found.value(node, "Domain")))
                .map(name -> "the receive connector " + name + " is named like the domain."));
    }

    static List<Question.Against> fullName(Found found) {
        return found.onEach(node -> Found.value(node, "Hostname").isEmpty()
                        || Found.value(node, "Domain").isEmpty()
                ? Stream.of("the full name of the node is not set, and setup would hang.")
                : Stream.empty());
    }

    static List<Question.Against> certificates(Found found) {
        return found.onEach(node -> node.all("certificate").stream()
                .filter(line -> line.matches("[0-9]{4}-[0-9]{2}-[0-9]{2} .*")
                        && LocalDate.parse(line.substring(0, 10)).isBefore(found.today()))
                .map(line -> "the certificate " + line.substring(11) + " has ended on " + line.substring(0, 10) + "."));
    }

    static List<Question.Against> disk(Found found) {
        return found.onEach(node -> node.all("disk").stream()
                .map(line -> line.split(" ", 2))
                .filter(words -> words.length == 2 && words[0].equals("C:") && words[1].matches("[0-9]{1,18}"))
                .filter(words -> Long.parseLong(words[1]) < LEAST_FREE)
                .map(words -> "the disk " + words[0] + " has " + (Long.parseLong(words[1]) >> 20) + " MB free."));
    }

    static List<Question.Against> holders(Found found) {
        return running(found, HOLDERS, "");
    }

    static List<Question.Against> revocation(Found found) {
        return found.unreached().stream()
                .map(
                        node -> new Question.Against(
                                node,
                                node
                                        + " does not reach the lists of revoked certificates, so that an installation can take hours."))
                .toList();
    }

    private static List<Question.Against> running(Found found, List<String> names, String sentence) {
        return found.services().entrySet().stream()
                .flatMap(node -> node.getValue().stream()
                        .filter(names::contains)
                        .map(name -> new Question.Against(
                                node.getKey(),
                                "On " + node.getKey() + " "
                                        + (sentence.isEmpty()
                                                ? "the service " + name + " runs and may hold files open."
                                                : sentence))))
                .toList();
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }
}
