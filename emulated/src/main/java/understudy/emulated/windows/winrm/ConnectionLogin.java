package understudy.emulated.windows.winrm;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.security.auth.login.LoginException;
import org.ietf.jgss.GSSException;
import org.jspecify.annotations.Nullable;
import understudy.emulated.windows.CommandHost;
import understudy.emulated.windows.ntlm.NtlmAcceptor;
import understudy.emulated.windows.ntlm.SealedConversation;

/** Who has logged in on one connection; a login by NTLM or Kerberos holds for the connection, one by Basic for the request. */
final class ConnectionLogin {
    private static final String NEGOTIATE = "Negotiate";

    private final CommandHost host;
    private final WinRmOptions options;
    private final WinRmFaults faults;
    private final byte[] bindings;
    private final InstantSource clock;
    private @Nullable NtlmAcceptor ntlm;
    private @Nullable KerberosAcceptor kerberos;
    private @Nullable String account;
    private @Nullable SealedConversation seal;

    ConnectionLogin(CommandHost host, WinRmOptions options, WinRmFaults faults, byte[] bindings, InstantSource clock) {
        this.host = host;
        this.options = options;
        this.faults = faults;
        this.bindings = bindings.clone();
        this.clock = clock;
    }

    /** What a request's Authorization header leads to. */
    sealed interface Outcome {}

    /** The request is this account's; the token, if there is one, goes back with the answer. */
    record LoggedIn(String account, Optional<String> token) implements Outcome {}

    /** The client is to try, or to go on, with one of these. */
    record Unknown(List<String> challenges) implements Outcome {}

    Optional<SealedConversation> seal() {
        return Optional.ofNullable(seal);
    }

    Outcome judge(String authorization) {
        if (authorization.isEmpty()) {
            return account == null ? unknown() : new LoggedIn(account, Optional.empty());
        }
        var words = authorization.split(" +", 2);
        try {
            var token = Base64.getDecoder().decode(words.length == 2 ? words[1].strip() : "");
            return switch (words[0]) {
                case NEGOTIATE -> NtlmAcceptor.type(token) > 0 ? ntlm(token) : kerberos(token, NEGOTIATE);
                case "Kerberos" -> kerberos(token, "Kerberos");
                case "Basic" -> basic(token);
                default -> unknown();
            };
        } catch (IllegalArgumentException notBase64) {
            return unknown();
        }
    }

    private Outcome ntlm(byte[] token) {
        if (NtlmAcceptor.type(token) == 1) {
            var started = new NtlmAcceptor(host.name(), clock.instant());
            ntlm = started;
            return started.challenge(token)
                    .<Outcome>map(challenge -> new Unknown(List.of(encoded(NEGOTIATE, challenge))))
                    .orElseGet(this::unknown);
        }
        var started = ntlm;
        ntlm = null;
        var accepted = started == null
                ? Optional.<NtlmAcceptor.Accepted>empty()
                : started.accept(token, this::password, bindings);
        if (accepted.isEmpty()) {
            return unknown();
        }
        seal = accepted.get().conversation();
        return loggedIn(accepted.get().account(), Optional.empty());
    }

    private Outcome kerberos(byte[] token, String scheme) {
        if (options.kerberos().isEmpty()) {
            return unknown();
        }
        try {
            var acceptor =
                    kerberos == null ? new KerberosAcceptor(options.kerberos().get()) : kerberos;
            kerberos = acceptor;
            var ours = acceptor.accept(token);
            if (!acceptor.isEstablished()) {
                return new Unknown(List.of(encoded(scheme, ours)));
            }
            return password(acceptor.account()).isPresent()
                    ? loggedIn(acceptor.account(), Optional.of(encoded(scheme, ours)))
                    : unknown();
        } catch (GSSException | LoginException refused) {
            kerberos = null;
            return unknown();
        }
    }

    /** RFC 7617 leaves the encoding open, and clients differ; which Windows expects, no document says, so both are taken. */
    private Outcome basic(byte[] pair) {
        return options.certificate().isEmpty()
                ? unknown()
                : Stream.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)
                        .map(encoding -> new String(pair, encoding))
                        .filter(this::isRight)
                        .findFirst()
                        .<Outcome>map(text -> new LoggedIn(text.substring(0, text.indexOf(':')), Optional.empty()))
                        .orElseGet(this::unknown);
    }

    private boolean isRight(String pair) {
        int colon = pair.indexOf(':');
        var given = pair.substring(colon + 1).getBytes(StandardCharsets.UTF_8);
        return password(pair.substring(0, Math.max(0, colon)))
                .filter(known -> MessageDigest.isEqual(known.getBytes(StandardCharsets.UTF_8), given))
                .isPresent();
    }

    private Optional<String> password(String name) {
        return faults.hasExpired(name) ? Optional.empty() : host.password(name);
    }

    private Outcome loggedIn(String name, Optional<String> token) {
        account = name;
        return new LoggedIn(name, token);
    }

    private Unknown unknown() {
        var offered = new ArrayList<>(List.of(NEGOTIATE));
        if (options.kerberos().isPresent()) {
            offered.add("Kerberos");
        }
        if (options.certificate().isPresent()) {
            offered.add("Basic realm=\"WSMAN\"");
        }
        return new Unknown(offered);
    }

    private static String encoded(String scheme, byte[] token) {
        return scheme + " " + Base64.getEncoder().encodeToString(token);
    }
}
