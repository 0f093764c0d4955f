package understudy.remote.ssh;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The first field of a line of a known_hosts file: names with wildcards and exceptions, or the hash of one name.
 *
 * <p>Read as OpenSSH reads it (sshd(8), SSH_KNOWN_HOSTS FILE FORMAT): {@code *} matches a name with a port too, which is
 * why the library's own matching, under which it does not, is not used: a revocation would be passed over.
 */
record HostPattern(String field) {
    private static final String HASHED = "|1|";

    boolean matches(String name) {
        return field.startsWith(HASHED) ? matchesHash(name) : matchesList(name.toLowerCase(Locale.ROOT));
    }

    private boolean matchesList(String name) {
        var patterns = List.of(field.toLowerCase(Locale.ROOT).split(","));
        return patterns.stream().anyMatch(pattern -> matches(pattern, name))
                && patterns.stream()
                        .filter(pattern -> pattern.startsWith("!"))
                        .noneMatch(pattern -> matches(pattern.substring(1), name));
    }

    private static boolean matches(String pattern, String name) {
        var expression = new StringBuilder();
        pattern.chars().forEach(character -> {
            switch (character) {
                case '*' -> expression.append(".*");
                case '?' -> expression.append('.');
                default -> expression.append(Pattern.quote(Character.toString(character)));
            }
        });
        return Pattern.matches(expression.toString(), name);
    }

    private boolean matchesHash(String name) {
        var parts = field.substring(HASHED.length()).split("\\|", -1);
        if (parts.length != 2) {
            return false;
        }
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(parts[0]), "HmacSHA1"));
            var hash = mac.doFinal(name.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
            return MessageDigest.isEqual(hash, Base64.getDecoder().decode(parts[1]));
        } catch (GeneralSecurityException | IllegalArgumentException odd) {
            return false;
        }
    }
}
