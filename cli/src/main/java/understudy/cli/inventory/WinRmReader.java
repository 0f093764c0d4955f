package understudy.cli.inventory;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import understudy.cli.inventory.ClusterEntry.WinRmEntry;
import understudy.cli.inventory.ClusterEntry.WinRmEntry.Login;
import understudy.cli.inventory.ClusterEntry.WinRmEntry.Transport;
import understudy.documents.Fields;
import understudy.documents.SecretReference;

/** Reads how nodes are reached by WinRM; what would send a password readable is refused here already. */
final class WinRmReader {
    private WinRmReader() {}

    static WinRmEntry read(Fields fields) {
        String user = fields.text("user");
        Optional<SecretReference> password = fields.optional("password", fields::secretReference);
        Login login =
                fields.optional("login", key -> fields.choice(key, Login.class)).orElse(Login.NTLM);
        Transport transport = fields.optional("transport", key -> fields.choice(key, Transport.class))
                .orElse(Transport.HTTPS);
        OptionalInt port = fields.has("port") ? OptionalInt.of(fields.number("port", 1, 65535)) : OptionalInt.empty();
        Optional<Path> authorities = fields.optional("authorities", fields::path);
        Map<String, String> fingerprints = fields.has("fingerprints") ? fields.namedTexts("fingerprints") : Map.of();
        if (password.isEmpty() && login != Login.KERBEROS) {
            fields.reject(
                    "user", "a \"password\" is missing: say where it is, as env:NAME, file:PATH or command:PROGRAM");
        }
        if (transport == Transport.HTTP && login != Login.NTLM) {
            fields.reject("transport", "over http only ntlm seals the messages: use https, or login: ntlm");
        }
        fingerprints.values().stream()
                .filter(text -> !text.replace(":", "").matches("[0-9A-Fa-f]{64}"))
                .findFirst()
                .ifPresent(
                        text -> fields.reject("fingerprints", "a SHA-256 fingerprint has 64 hex digits, not: " + text));
        fields.end();
        return new WinRmEntry(user, password, login, transport, port, authorities, fingerprints);
    }
}
