<?php
/**
 * Explains the terms of intramuscular stimulation (IMS) to the visitors of a site.
 *
 * @package   imsterms
 * @license   MIT
 *
 * @wordpress-plugin
 * Plugin Name:       imsterms
 * Description:       Explains the terms of intramuscular stimulation (IMS): in texts, with a shortcode or a block, and as a glossary page. Sends nothing to anyone.
 * Version:           0.0.0
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * License:           MIT
 * Text Domain:       imsterms
 */

defined( 'ABSPATH' ) || exit;

const IMSTERMS_VERSION  = '0.0.0';
const IMSTERMS_DEFAULTS = array(
	'language' => '',
	'audience' => 'patient',
	'mark'     => 'first hard',
);

/**
 * The values that each setting may have, with their labels.
 */
function imsterms_choices() {
	$languages = array( '' => __( 'The language of the page', 'imsterms' ) );
	foreach ( imsterms_languages() as $tag => $language ) {
		$languages[ $tag ] = $language['name'];
	}
	return array(
		'language' => $languages,
		'audience' => array(
			'patient'      => __( 'Patients: explanations in plain words', 'imsterms' ),
			'professional' => __( 'Health personnel: definitions', 'imsterms' ),
		),
		'mark'     => array(
			'first hard' => __( 'The first mention of each hard term', 'imsterms' ),
			'every hard' => __( 'Every mention of hard terms', 'imsterms' ),
			'first all'  => __( 'The first mention of every term', 'imsterms' ),
			'none'       => __( 'Only what a shortcode or a block names', 'imsterms' ),
		),
	);
}

/**
 * The setting of that name; a value from outside the list counts as the default.
 *
 * @param string $name language, audience or mark.
 */
function imsterms_setting( $name ) {
	return imsterms_sanitised( get_option( 'imsterms' ) )[ $name ];
}

/**
 * Settings of which every value is one of the choices.
 *
 * @param mixed $given What a form or the database holds.
 */
function imsterms_sanitised( $given ) {
	$settings = IMSTERMS_DEFAULTS;
	foreach ( imsterms_choices() as $name => $choices ) {
		$value = is_array( $given ) ? $given[ $name ] ?? null : null;
		if ( is_string( $value ) && isset( $choices[ $value ] ) ) {
			$settings[ $name ] = $value;
		}
	}
	return $settings;
}

/**
 * The content of a JSON file of this plugin.
 *
 * @param string $name The name of the file, without .json.
 */
function imsterms_data( $name ) {
	static $files = array();
	if ( ! isset( $files[ $name ] ) ) {
		$files[ $name ] = wp_json_file_decode( __DIR__ . "/data/$name.json", array( 'associative' => true ) );
	}
	return $files[ $name ];
}

/**
 * The languages that have terms, by tag: name, tags that mean the same, direction.
 */
function imsterms_languages() {
	return imsterms_data( 'languages' );
}

/**
 * The language that has terms and is meant by a locale of WordPress; null where there is none.
 *
 * @param string $locale Such as nb_NO or en_GB.
 */
function imsterms_language_of( $locale ) {
	$tag = strtolower( strtok( $locale, '_-' ) );
	foreach ( imsterms_languages() as $name => $language ) {
		if ( in_array( $tag, $language['tags'], true ) ) {
			return $name;
		}
	}
	return null;
}

/**
 * The language of the page: that of the settings, or of the page's locale; null where that has no terms.
 */
function imsterms_language() {
	$language = imsterms_setting( 'language' );
	return '' === $language ? imsterms_language_of( determine_locale() ) : $language;
}

/**
 * The language for what is put in by hand: that of the page, or else the first.
 */
function imsterms_language_by_hand() {
	return imsterms_language() ?? array_key_first( imsterms_languages() );
}

/**
 * Registers the scripts of all languages, and the blocks.
 */
function imsterms_init() {
	$language = imsterms_language_of( determine_locale() );
	load_textdomain( 'imsterms', __DIR__ . "/languages/imsterms-$language.mo" );
	foreach ( imsterms_languages() as $tag => $language ) {
		$script = "js/imsterms.$tag." . imsterms_setting( 'audience' ) . '.js';
		wp_register_script( "imsterms-$tag", plugins_url( $script, __FILE__ ), array(), IMSTERMS_VERSION, true );
	}
	$needs = array( 'wp-blocks', 'wp-block-editor', 'wp-components', 'wp-element', 'wp-server-side-render' );
	wp_register_script( 'imsterms-blocks', plugins_url( 'js/blocks.js', __FILE__ ), $needs, IMSTERMS_VERSION, true );
	register_block_type(
		'imsterms/term',
		array(
			'api_version'     => 2,
			'title'           => __( 'Explained term', 'imsterms' ),
			'category'        => 'text',
			'icon'            => 'editor-help',
			'attributes'      => array(
				'id' => array(
					'type'    => 'string',
					'default' => '',
				),
			),
			'editor_script'   => 'imsterms-blocks',
			'render_callback' => 'imsterms_term_block',
		)
	);
	register_block_type(
		'imsterms/glossary',
		array(
			'api_version'     => 2,
			'title'           => __( 'Glossary', 'imsterms' ),
			'category'        => 'text',
			'icon'            => 'book-alt',
			'editor_script'   => 'imsterms-blocks',
			'render_callback' => 'imsterms_glossary',
		)
	);
	add_shortcode( 'imsterms', 'imsterms_term' );
	add_shortcode( 'imsterms_glossary', 'imsterms_glossary' );
}
add_action( 'init', 'imsterms_init' );

/**
 * Loads the script on pages in a language that has terms.
 */
function imsterms_enqueue() {
	if ( imsterms_language() ) {
		wp_enqueue_script( 'imsterms-' . imsterms_language() );
	}
}
add_action( 'wp_enqueue_scripts', 'imsterms_enqueue' );

/**
 * Tells the script the settings, in attributes of its element.
 *
 * @param string $tag    The script element.
 * @param string $handle The name of the script.
 */
function imsterms_script_tag( $tag, $handle ) {
	if ( 0 !== strpos( $handle, 'imsterms-' ) || 'imsterms-blocks' === $handle ) {
		return $tag;
	}
	$attributes = sprintf( ' data-mark="%s"', esc_attr( imsterms_setting( 'mark' ) ) );
	if ( '' !== imsterms_setting( 'language' ) ) {
		$attributes .= sprintf( ' data-lang="%s"', esc_attr( imsterms_setting( 'language' ) ) );
	}
	return str_replace( '<script ', "<script$attributes ", $tag );
}
add_filter( 'script_loader_tag', 'imsterms_script_tag', 10, 2 );

/**
 * Gives the editor what the blocks show there.
 */
function imsterms_editor() {
	$terms = array();
	foreach ( imsterms_data( imsterms_language_by_hand() ) as $id => $concept ) {
		$terms[] = array(
			'value' => $id,
			'label' => $concept['forms'][''],
		);
	}
	$label = __( 'Term', 'imsterms' );
	$data  = wp_json_encode( compact( 'terms', 'label' ), JSON_HEX_TAG );
	wp_add_inline_script( 'imsterms-blocks', "const imstermsBlocks = $data;", 'before' );
}
add_action( 'enqueue_block_editor_assets', 'imsterms_editor' );

/**
 * The shortcode [imsterms id="trigger_point" form="the plural"]: a term, which the script explains.
 *
 * @param array $attributes Of the shortcode.
 */
function imsterms_term( $attributes ) {
	$given    = shortcode_atts(
		array(
			'id'   => '',
			'form' => '',
		),
		$attributes,
		'imsterms'
	);
	$form     = lcfirst( $given['form'] );
	$language = imsterms_language_by_hand();
	$term     = imsterms_data( $language )[ $given['id'] ]['forms'][ $form ] ?? null;
	if ( null === $term ) {
		/* translators: 1: the id of a concept, 2: the name of a grammatical form */
		$problem = sprintf( __( 'imsterms: there is no term "%1$s" in the form "%2$s"', 'imsterms' ), $given['id'], $form );
		return imsterms_problem( $problem );
	}
	wp_enqueue_script( "imsterms-$language" );
	if ( $form !== $given['form'] ) {
		// without mbstring, which some hosts lack, only the letters a to z get a capital
		$upper = function_exists( 'mb_strtoupper' ) ? 'mb_strtoupper' : 'strtoupper';
		$term  = preg_replace_callback( '/^./u', fn( $first ) => $upper( $first[0] ), $term );
	}
	return sprintf(
		'<ims-term id="%s" form="%s" lang="%s">%s</ims-term>',
		esc_attr( $given['id'] ),
		esc_attr( $given['form'] ),
		esc_attr( $language ),
		esc_html( $term )
	);
}

/**
 * The block of one term: the term and what it means.
 *
 * @param array $attributes Of the block: the id of the concept.
 */
function imsterms_term_block( $attributes ) {
	$concept = imsterms_data( imsterms_language_by_hand() )[ $attributes['id'] ] ?? null;
	if ( null === $concept ) {
		return imsterms_problem( __( 'imsterms: choose a term', 'imsterms' ) );
	}
	return imsterms_list( array( $attributes['id'] => $concept ) );
}

/**
 * The glossary: every term with its explanation, in the order of the language's alphabet.
 */
function imsterms_glossary() {
	return imsterms_list( imsterms_data( imsterms_language_by_hand() ) );
}

/**
 * A list of terms and what they mean.
 *
 * @param array $concepts By their ids.
 */
function imsterms_list( $concepts ) {
	$language = imsterms_language_by_hand();
	$entries  = '';
	foreach ( $concepts as $concept ) {
		$text = $concept[ imsterms_setting( 'audience' ) ];
		if ( '' !== $text ) {
			$term     = $concept['forms']['full'] ?? $concept['forms'][''];
			$entries .= '<dt><dfn>' . esc_html( $term ) . '</dfn></dt><dd>' . esc_html( $text ) . '</dd>';
		}
	}
	return sprintf(
		'<dl class="imsterms-glossary" lang="%s" dir="%s" data-ims-term="off">%s</dl>',
		esc_attr( $language ),
		esc_attr( imsterms_languages()[ $language ]['direction'] ),
		$entries
	);
}

/**
 * A problem, as those see it who can fix it; nothing for visitors.
 *
 * @param string $problem What is wrong.
 */
function imsterms_problem( $problem ) {
	return current_user_can( 'edit_posts' ) ? '<strong>' . esc_html( $problem ) . '</strong>' : '';
}

/**
 * Adds the page of settings.
 */
function imsterms_menu() {
	add_options_page( 'imsterms', 'imsterms', 'manage_options', 'imsterms', 'imsterms_page' );
}
add_action( 'admin_menu', 'imsterms_menu' );

/**
 * Registers the settings and their fields.
 */
function imsterms_admin_init() {
	register_setting(
		'imsterms',
		'imsterms',
		array(
			'type'              => 'object',
			'sanitize_callback' => 'imsterms_sanitised',
			'default'           => IMSTERMS_DEFAULTS,
		)
	);
	add_settings_section( 'imsterms', '', '__return_empty_string', 'imsterms' );
	$labels = array(
		'language' => __( 'Language', 'imsterms' ),
		'audience' => __( 'Readers', 'imsterms' ),
		'mark'     => __( 'What is explained', 'imsterms' ),
	);
	foreach ( $labels as $name => $label ) {
		$about = array(
			'name'      => $name,
			'label_for' => "imsterms-$name",
		);
		add_settings_field( "imsterms-$name", $label, 'imsterms_field', 'imsterms', 'imsterms', $about );
	}
}
add_action( 'admin_init', 'imsterms_admin_init' );

/**
 * Prints the list of choices of one setting.
 *
 * @param array $about The name of the setting, and the id of its field.
 */
function imsterms_field( $about ) {
	printf( '<select id="%s" name="imsterms[%s]">', esc_attr( $about['label_for'] ), esc_attr( $about['name'] ) );
	foreach ( imsterms_choices()[ $about['name'] ] as $value => $label ) {
		printf( '<option value="%s"', esc_attr( $value ) );
		selected( imsterms_setting( $about['name'] ), $value );
		printf( '>%s</option>', esc_html( $label ) );
	}
	echo '</select>';
}

/**
 * Prints the page of settings, with the shortcodes of all terms.
 */
function imsterms_page() {
	echo '<div class="wrap"><h1>imsterms</h1><form method="post" action="options.php">';
	settings_fields( 'imsterms' );
	do_settings_sections( 'imsterms' );
	submit_button();
	printf( '</form><h2>%s</h2>', esc_html__( 'Shortcodes', 'imsterms' ) );
	printf( '<p><code>[imsterms_glossary]</code> %s</p>', esc_html__( 'Glossary', 'imsterms' ) );
	echo '<table class="widefat striped"><tbody>';
	foreach ( imsterms_data( imsterms_language_by_hand() ) as $id => $concept ) {
		$shortcode = "[imsterms id=\"$id\"]";
		printf( '<tr><th scope="row">%s</th><td><code>%s</code></td></tr>', esc_html( $concept['forms'][''] ), esc_html( $shortcode ) );
	}
	echo '</tbody></table></div>';
}

/**
 * Removes the settings, on every site of a network.
 */
function imsterms_uninstall() {
	if ( ! is_multisite() ) {
		delete_option( 'imsterms' );
		return;
	}
	$all = array(
		'fields' => 'ids',
		'number' => 0,
	);
	foreach ( get_sites( $all ) as $site ) {
		delete_blog_option( $site, 'imsterms' );
	}
}

/**
 * Has the settings removed when the plugin is.
 */
function imsterms_activate() {
	register_uninstall_hook( __FILE__, 'imsterms_uninstall' );
}
register_activation_hook( __FILE__, 'imsterms_activate' );
