package community.haven.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What an operator may choose about the page. */
@ConfigMapping(prefix = "haven.page")
interface PageConfig {

    /**
     * Where "Leave quickly" goes. An empty page asks no other host and is there without a connection; an address of another
     * site would tell that site when somebody leaves.
     */
    @WithDefault("about:blank")
    String leaveTo();
}
