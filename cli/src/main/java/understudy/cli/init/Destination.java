package understudy.cli.init;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import understudy.remote.ssh.SshEndpoint;

/** Where {@code init} logs in first, as people write it for ssh: {@code HOST}, {@code USER@HOST} or {@code ssh://USER@HOST:PORT}. */
public record Destination(String user, String host, int port) {
    private static final Pattern FORM = Pattern.compile(
            "(?:ssh://)?(?:([^@\\s]+)@)?(\\[[0-9A-Fa-f:.]+]|[^@:\\s\\[\\]/]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]+?)(?::(\\d{1,5}))?");

    /**
     * Reads it.
     *
     * @param user who logs in, where the words do not say; options beat what stands before the host
     * @throws IllegalArgumentException in one sentence
     */
    public static Destination read(String words, Optional<String> user, Optional<Integer> port, String whoAmI) {
        Matcher parts = FORM.matcher(words);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "\"" + words + "\" is no host to log in at: write it as for ssh, HOST or USER@HOST.");
        }
        String host = parts.group(2).replaceAll("[\\[\\]]", "");
        String account = user.orElse(parts.group(1) == null ? whoAmI : parts.group(1));
        int number = port.orElse(parts.group(3) == null ? SshEndpoint.USUAL_PORT : Integer.parseInt(parts.group(3)));
        new SshEndpoint(account, host, number);
        return new Destination(account, host, number);
    }

    /** The name under which another node would be reached, if this one is reached by its name: with the same domain behind it. */
    Optional<String> sibling(String ownName, String otherName) {
        if (host.equals(ownName)) {
            return Optional.of(otherName);
        }
        return host.startsWith(ownName + ".")
                ? Optional.of(otherName + host.substring(ownName.length()))
                : Optional.empty();
    }
}
