// The blocks in the editor: the server shows them as visitors see them.
( ( { registerBlockType }, { useBlockProps, InspectorControls }, { ComboboxControl, PanelBody }, { createElement }, show ) => {
	const { terms, label } = imstermsBlocks;

	registerBlockType( 'imsterms/term', {
		edit: ( { attributes, setAttributes } ) => {
			const value = attributes.id;
			const onChange = ( id ) => setAttributes( { id: id ?? '' } );
			const choice = createElement( ComboboxControl, { label, value, onChange, options: terms } );
			return createElement(
				'div',
				useBlockProps(),
				createElement( InspectorControls, null, createElement( PanelBody, null, choice ) ),
				value ? createElement( show, { block: 'imsterms/term', attributes } ) : choice
			);
		},
		save: () => null,
	} );

	registerBlockType( 'imsterms/glossary', {
		edit: () => createElement( 'div', useBlockProps(), createElement( show, { block: 'imsterms/glossary' } ) ),
		save: () => null,
	} );
} )( wp.blocks, wp.blockEditor, wp.components, wp.element, wp.serverSideRender );
