package understudy.cli.commands;

import java.util.Optional;

/** Who sits in front of the program: the account, or the one that became root by sudo, as whom two people are not one. */
final class Person {
    private Person() {}

    static String name() {
        String account = System.getProperty("user.name");
        return account.equals("root")
                ? Optional.ofNullable(System.getenv("SUDO_USER"))
                        .filter(name -> !name.isBlank())
                        .orElse(account)
                : account;
    }
}
