package understudy.cli.inventory;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import understudy.cli.inventory.BigFixEntry.Account;
import understudy.documents.Fields;
import understudy.documents.SecretReference;
import understudy.driver.bigfix.FixletRef;
import understudy.driver.bigfix.Role;

/** Reads how a cluster is reached through BigFix; what is not said is as BigFix's documentation has it. */
final class BigFixReader {
    private static final int USUAL_PORT = 52311;
    private static final int AUTOMATION_PORT = 8443;

    private final Map<Role, FixletRef> fixlets = new EnumMap<>(Role.class);
    private final Map<Role, Map<String, String>> parameters = new EnumMap<>(Role.class);

    private BigFixReader() {}

    static BigFixEntry read(Fields fields) {
        return new BigFixReader().entry(fields);
    }

    private BigFixEntry entry(Fields fields) {
        String server = fields.text("server");
        int port = fields.has("port") ? fields.number("port", 1, 65535) : USUAL_PORT;
        String user = fields.text("user");
        SecretReference password = fields.secretReference("password");
        Optional<Path> authorities = fields.optional("authorities", fields::path);
        Optional<String> fingerprint = fields.optionalText("fingerprint");
        if (fingerprint
                .filter(text -> !text.replace(":", "").matches("[0-9A-Fa-f]{64}"))
                .isPresent()) {
            fields.reject("fingerprint", "a SHA-256 fingerprint has 64 hex digits, not: " + fingerprint.get());
        }
        int automationPort = fields.has("automationPort") ? fields.number("automationPort", 1, 65535) : AUTOMATION_PORT;
        if (fields.has("fixlets")) {
            fields.named("fixlets", this::fixlet);
        }
        Optional<Account> mover = fields.has("mover")
                ? Optional.ofNullable(fields.mapping("mover", BigFixReader::account))
                : Optional.empty();
        fields.end();
        return new BigFixEntry(
                server, port, user, password, authorities, fingerprint, automationPort, fixlets, parameters, mover);
    }

    private static Account account(Fields fields) {
        Account account = new Account(fields.text("user"), fields.secretReference("password"));
        fields.end();
        return account;
    }

    private Role fixlet(String word, Fields fields) {
        Optional<Role> role = Role.of(word);
        if (role.isEmpty()) {
            fields.reject(
                    "id",
                    "no Fixlet is used as \"" + word + "\": there are "
                            + Arrays.stream(Role.values()).map(Role::word).collect(Collectors.joining(", ")));
        }
        Role meant = role.orElse(Role.RESTART);
        FixletRef usual = meant.usual();
        fixlets.put(
                meant,
                new FixletRef(
                        fields.optionalText("site").orElse(usual.site()),
                        fields.has("id") ? fields.number("id", 1, 999_999_999) : usual.id()));
        if (fields.has("parameters")) {
            parameters.put(meant, Map.copyOf(fields.namedTexts("parameters")));
        }
        fields.end();
        return meant;
    }
}
